-- Grain: one period with lines that were first paid in its months. Units: the fewest days within which half, and nine tenths, of these lines were paid: a number of days that occurred.
with paid_day as (
  select
    p.period,
    d.day_count,
    sum(d.line_count) as line_count
  from int_days_to_pay as d
  inner join int_measure_period as p
    on d.payment_month = p.month
  group by p.period, d.day_count
),
running_day as (
  select
    period,
    day_count,
    sum(line_count) over (partition by period order by day_count rows between unbounded preceding and current row) as line_count_so_far,
    sum(line_count) over (partition by period) as line_count
  from paid_day
),
paid_month as (
  select
    p.period,
    count(distinct d.payment_month) as month_count
  from int_days_to_pay as d
  inner join int_measure_period as p
    on d.payment_month = p.month
  group by p.period
)
select
  r.period,
  min(r.day_count) filter (where r.line_count_so_far * 100 >= r.line_count * 50) as median_day_count,
  min(r.day_count) filter (where r.line_count_so_far * 100 >= r.line_count * 90) as ninetieth_day_count,
  cast(max(r.line_count) as bigint) as paid_line_count,
  max(m.month_count) as month_count
from running_day as r
inner join paid_month as m
  on r.period = m.period
group by r.period
