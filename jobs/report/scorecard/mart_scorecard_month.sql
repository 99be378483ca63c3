-- Grain: one payer with a page and one month that the report looks back to. Units: days; rates 0..1; null where too few lines.
with answer as (
  select
    payer,
    if(:date_basis = 'service', service_month, answer_month) as month,
    sum(first_answered_line_count) as line_count,
    sum(initially_denied_line_count) as initially_denied_line_count
  from int_first_answer_month
  group by payer, if(:date_basis = 'service', service_month, answer_month)
)
select
  p.page_number,
  p.payer,
  m.month as report_month,
  coalesce(d.paid_line_count, 0) as first_paid_line_count,
  if(d.paid_line_count >= :small_number, d.median_day_count, null) as median_day_count,
  if(d.paid_line_count >= :small_number, d.ninetieth_day_count, null) as ninetieth_day_count,
  cast(coalesce(a.line_count, 0) as bigint) as first_answered_line_count,
  if(
    a.line_count >= :small_number,
    cast(try_divide(cast(a.initially_denied_line_count as decimal(18,0)), a.line_count) as decimal(18,10)),
    null
  ) as initial_denial_rate
from int_scorecard_page as p
cross join int_measure_date as m
left join int_payer_day as d
  on p.payer = d.payer and m.month = d.period
left join answer as a
  on p.payer = a.payer and m.month = a.month
order by p.page_number, report_month
