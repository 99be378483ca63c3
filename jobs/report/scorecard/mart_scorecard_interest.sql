-- Grain: one payer with a page and prompt-pay rule of the practice that holds for lines of it. Units: lines; US dollars; days; percent a year; prior is the twelve months before the report period. Amounts of unanswered lines are null where nothing is expected.
select
  p.page_number,
  p.payer,
  r.prompt_pay_row,
  r.state,
  r.claim_type,
  r.effective_from_date,
  r.effective_to_date,
  r.pay_days,
  r.annual_percent,
  r.interest_source,
  coalesce(t.clean_line_count, 0) as clean_line_count,
  coalesce(t.overdue_line_count, 0) as overdue_line_count,
  cast(coalesce(t.overdue_paid_amount, 0) as decimal(18,2)) as overdue_paid_amount,
  cast(coalesce(t.interest_amount, 0) as decimal(18,2)) as interest_amount,
  coalesce(t.open_overdue_line_count, 0) as open_overdue_line_count,
  coalesce(t.open_overdue_unpriced_line_count, 0) as open_overdue_unpriced_line_count,
  t.open_overdue_expected_amount,
  t.accruing_interest_amount,
  coalesce(b.overdue_line_count, 0) as earlier_overdue_line_count,
  cast(coalesce(b.interest_amount, 0) as decimal(18,2)) as twelve_month_interest_amount
from int_scorecard_page as p
inner join (select distinct payer, prompt_pay_row from int_prompt_pay_period) as k
  on p.payer = k.payer
inner join practice_prompt_pay as r
  on k.prompt_pay_row = r.prompt_pay_row
left join int_prompt_pay_period as t
  on k.payer = t.payer and k.prompt_pay_row = t.prompt_pay_row and t.period = 'this_period'
left join int_prompt_pay_period as b
  on k.payer = b.payer and k.prompt_pay_row = b.prompt_pay_row and b.period = 'twelve_months'
order by p.page_number, r.prompt_pay_row
