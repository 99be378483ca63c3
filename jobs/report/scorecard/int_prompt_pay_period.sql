-- Grain: one payer, prompt-pay rule of the practice and period, of the lines that the rule holds for. Units: lines; US dollars; unanswered lines are those of the report period's end, on what is expected to be allowed.
with period_line as (
  select
    l.*,
    p.period
  from int_prompt_pay_line as l
  inner join int_measure_period as p
    on l.payment_month = p.month
  where p.period in ('this_period', 'twelve_months') and not l.is_open
  union all
  select
    *,
    'this_period'
  from int_prompt_pay_line
  where is_open
)
select
  payer,
  prompt_pay_row,
  period,
  count_if(not is_open) as clean_line_count,
  count_if(not is_open and overdue_day_count > 0) as overdue_line_count,
  cast(coalesce(sum(base_amount) filter (where not is_open and overdue_day_count > 0), 0) as decimal(18,2)) as overdue_paid_amount,
  cast(coalesce(sum(interest_amount) filter (where not is_open), 0) as decimal(18,2)) as interest_amount,
  count_if(is_open and overdue_day_count > 0) as open_overdue_line_count,
  count_if(is_open and overdue_day_count > 0 and base_amount is null) as open_overdue_unpriced_line_count,
  cast(sum(base_amount) filter (where is_open and overdue_day_count > 0) as decimal(18,2)) as open_overdue_expected_amount,
  cast(sum(interest_amount) filter (where is_open and overdue_day_count > 0) as decimal(18,2)) as accruing_interest_amount
from period_line
group by payer, prompt_pay_row, period
