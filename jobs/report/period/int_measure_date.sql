-- Grain: one month that the report looks back to, through its last, with the days and months that its measures go by. Units: days; as_of_date is the month's last day, or the last payment date on file where that is earlier; is_period_end says that balances of its period are those of this month: its last with remittances on file.
with payment_history as (
  select min(payment_date) as first_payment_date
  from payment
),
billed_history as (
  select trunc(min(billed_date), 'MM') as first_billed_date
  from int_line_milestone
),
report_month as (
  select
    p.*,
    d.denial_as_of_date,
    to_date(concat(p.month, '-01')) as first_date
  from int_report_month as p
  cross join int_denial_date as d
),
measured_month as (
  select
    m.*,
    least(last_day(m.first_date), m.denial_as_of_date) as receivable_as_of_date,
    add_months(m.first_date, -2) as revenue_from_date,
    date_format(add_months(m.first_date, -4), 'yyyy-MM') as cohort_month,
    -- Before the first and after the last remittance on file every line would seem unpaid.
    coalesce(p.first_payment_date <= last_day(m.first_date) and m.denial_as_of_date >= m.first_date, false) as is_month_remitted,
    coalesce(p.first_payment_date <= last_day(add_months(m.first_date, -4)) and m.denial_as_of_date >= m.first_date, false) as is_cohort_remitted,
    coalesce(b.first_billed_date <= add_months(m.first_date, -2), false) as is_revenue_whole
  from report_month as m
  cross join payment_history as p
  cross join billed_history as b
)
select
  month,
  receivable_as_of_date,
  revenue_from_date,
  cohort_month,
  is_month_remitted,
  is_cohort_remitted,
  is_revenue_whole,
  is_report_period,
  is_prior_period,
  is_year_before,
  month = coalesce(
    max(if(is_month_remitted, month, null)) over (partition by period),
    max(month) over (partition by period)
  ) as is_period_end
from measured_month
