-- Grain: one month from the first that the report looks back to through its last, and the month, quarter or year (period) that it belongs to: the report's own, the one before it, the same one a year before, or one between them. Units: none.
with back as (
  select explode(sequence(0, 23)) as months_back
),
dated_month as (
  select
    add_months(to_date(concat(:report_month, '-01')), - months_back) as first_date,
    to_date(concat(:period_first_month, '-01')) as period_first_date,
    case :period_unit when 'YEAR' then 12 when 'QUARTER' then 3 else 1 end as period_month_count
  from back
)
select
  date_format(first_date, 'yyyy-MM') as month,
  case :period_unit
    when 'YEAR' then date_format(first_date, 'yyyy')
    when 'QUARTER' then concat(date_format(first_date, 'yyyy'), '-Q', cast(quarter(first_date) as string))
    else date_format(first_date, 'yyyy-MM')
  end as period,
  first_date >= period_first_date as is_report_period,
  first_date < period_first_date and first_date >= add_months(period_first_date, - period_month_count) as is_prior_period,
  first_date >= add_months(period_first_date, -12) and first_date < add_months(period_first_date, period_month_count - 12) as is_year_before
from dated_month
where date_format(first_date, 'yyyy-MM') >= :first_month
