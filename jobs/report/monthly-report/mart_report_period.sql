-- Grain: the period of the report, the one before it, and the same one a year before. Units: lines; a month counts as one with lines where a line is in it by the report's date basis; last_payment_date is the last on file, of all periods.
with month_line as (
  select
    report_month as month,
    count(*) as line_count
  from int_report_line
  group by report_month
)
select
  p.period,
  min(p.month) as first_month,
  max(p.month) as last_month,
  count(*) as month_count,
  count(l.month) as month_with_lines_count,
  cast(coalesce(sum(l.line_count), 0) as bigint) as line_count,
  nullif(max(d.denial_as_of_date), date'9999-12-31') as last_payment_date
from int_report_month as p
left join month_line as l
  on p.month = l.month
cross join int_denial_date as d
where p.is_report_period or p.is_prior_period or p.is_year_before
group by p.period
order by p.period
