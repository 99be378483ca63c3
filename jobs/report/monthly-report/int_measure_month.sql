-- Grain: one month that the report looks back to, with what the measures divide. Units: US dollars, lines, days.
with first_answer as (
  select
    if(:date_basis = 'service', service_month, answer_month) as month,
    sum(first_answered_line_count) as line_count,
    sum(initially_denied_line_count) as initially_denied_line_count,
    sum(first_pass_line_count) as first_pass_line_count,
    sum(first_answered_charge_amount) as charge_amount,
    sum(initially_denied_charge_amount) as initially_denied_charge_amount
  from int_first_answer_month
  group by if(:date_basis = 'service', service_month, answer_month)
),
answered_month as (
  select
    answer_month as month,
    sum(first_answered_line_count) as line_count
  from int_first_answer_month
  group by answer_month
),
final_denial as (
  select
    month,
    sum(finally_denied_line_count) as line_count
  from int_denial_month
  group by month
),
cohort as (
  select
    service_month,
    sum(collected_amount) filter (where expected_payment_amount is not null) as paid_amount,
    sum(expected_payment_amount) as expected_payment_amount,
    count(expected_payment_amount) as expected_line_count,
    count(*) as line_count
  from int_line_milestone
  where is_in_collection_rate
  group by service_month
),
submitted_month as (
  select
    date_format(first_submitted_date, 'yyyy-MM') as month,
    sum(datediff(first_submitted_date, service_date)) filter (where first_submitted_date >= service_date) as day_count,
    count_if(first_submitted_date >= service_date) as lag_line_count,
    count(*) as line_count
  from int_line_milestone
  where first_submitted_date is not null
  group by date_format(first_submitted_date, 'yyyy-MM')
)
select
  m.month,
  m.is_month_remitted,
  m.is_cohort_remitted,
  m.is_revenue_whole,
  r.* except (month),
  cast(coalesce(c.paid_amount, 0) as decimal(18,2)) as cohort_paid_amount,
  cast(c.expected_payment_amount as decimal(18,2)) as cohort_expected_amount,
  coalesce(c.line_count, 0) as cohort_line_count,
  coalesce(c.expected_line_count, 0) as cohort_expected_line_count,
  cast(coalesce(f.line_count, 0) as bigint) as first_answered_line_count,
  cast(coalesce(f.first_pass_line_count, 0) as bigint) as first_pass_line_count,
  cast(coalesce(f.initially_denied_line_count, 0) as bigint) as initially_denied_line_count,
  cast(coalesce(f.charge_amount, 0) as decimal(18,2)) as first_answered_charge_amount,
  cast(coalesce(f.initially_denied_charge_amount, 0) as decimal(18,2)) as initially_denied_charge_amount,
  cast(coalesce(a.line_count, 0) as bigint) as answered_line_count,
  cast(coalesce(o.line_count, 0) as bigint) as finally_denied_line_count,
  cast(coalesce(g.day_count, 0) as bigint) as lag_day_count,
  cast(coalesce(g.lag_line_count, 0) as bigint) as lag_line_count,
  cast(coalesce(g.line_count, 0) as bigint) as billed_line_count
from int_measure_date as m
inner join int_receivable_month as r
  on m.month = r.month
left join cohort as c
  on m.cohort_month = c.service_month
left join first_answer as f
  on m.month = f.month
left join answered_month as a
  on m.month = a.month
left join final_denial as o
  on m.month = o.month
left join submitted_month as g
  on m.month = g.month
