-- Grain: one of the thirteen months up to the report month, with the days and months that its measures go by. Units: days; as_of_date is the month's last day, or the last payment date on file where that is earlier.
with payment_history as (
  select min(payment_date) as first_payment_date
  from payment
),
billed_history as (
  select trunc(min(billed_date), 'MM') as first_billed_date
  from int_line_milestone
),
month_before as (
  select
    denial_as_of_date,
    add_months(to_date(concat(:report_month, '-01')), - back) as first_date
  from int_denial_date
  lateral view explode(array(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)) as back
)
select
  date_format(m.first_date, 'yyyy-MM') as month,
  least(last_day(m.first_date), m.denial_as_of_date) as receivable_as_of_date,
  add_months(m.first_date, -2) as revenue_from_date,
  date_format(add_months(m.first_date, -4), 'yyyy-MM') as cohort_month,
  -- Before the first and after the last remittance on file every line would seem unpaid.
  coalesce(p.first_payment_date <= last_day(m.first_date) and m.denial_as_of_date >= m.first_date, false) as is_month_remitted,
  coalesce(p.first_payment_date <= last_day(add_months(m.first_date, -4)) and m.denial_as_of_date >= m.first_date, false) as is_cohort_remitted,
  coalesce(b.first_billed_date <= add_months(m.first_date, -2), false) as is_revenue_whole
from month_before as m
cross join payment_history as p
cross join billed_history as b
