-- Grain: one payer and one period that a measure is shown for, or one month, with lines that were first paid in it. Units: the fewest days within which half, and nine tenths, of these lines were paid: a number of days that occurred.
with period_month as (
  select month, period from int_measure_period
  union all
  select month, month from int_measure_date
),
paid_day as (
  select
    d.payer,
    p.period,
    d.day_count,
    sum(d.line_count) as line_count
  from int_days_to_pay as d
  inner join period_month as p
    on d.payment_month = p.month
  group by d.payer, p.period, d.day_count
),
running_day as (
  select
    payer,
    period,
    day_count,
    sum(line_count) over (partition by payer, period order by day_count rows between unbounded preceding and current row) as line_count_so_far,
    sum(line_count) over (partition by payer, period) as line_count
  from paid_day
)
select
  payer,
  period,
  min(day_count) filter (where line_count_so_far * 100 >= line_count * 50) as median_day_count,
  min(day_count) filter (where line_count_so_far * 100 >= line_count * 90) as ninetieth_day_count,
  cast(max(line_count) as bigint) as paid_line_count
from running_day
group by payer, period
