-- Grain: one payer with lines that were first paid in the report period. Units: the fewest days within which half of these lines were paid: a number of days that occurred.
with running_day as (
  select
    payer,
    day_count,
    sum(line_count) over (partition by payer order by day_count rows between unbounded preceding and current row) as line_count_so_far,
    sum(line_count) over (partition by payer) as line_count
  from int_days_to_pay
  where payment_month between :period_first_month and :report_month
)
select
  payer,
  min(day_count) filter (where line_count_so_far * 100 >= line_count * 50) as median_day_count
from running_day
group by payer
