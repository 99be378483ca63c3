-- Grain: one payer with lines, first answers, denials, payments or interest paid of the report period, those with a page first; lines whose payer the practice file does not name are of "Unmapped payer", without a page. Units: lines; US dollars, of compared lines; days; rates 0..1, null where not known or of too few lines.
with measure as (
  select
    payer,
    max(value) filter (where measure = 'FIRST_PASS_YIELD') as first_pass_yield,
    max(value) filter (where measure = 'INITIAL_DENIAL_RATE') as initially_denied_rate,
    max(value) filter (where measure = 'FINAL_DENIAL_RATE') as final_denial_rate,
    max(value) filter (where measure = 'OVERTURN_RATE') as overturn_rate,
    max(value) filter (where measure = 'UNDERPAID_LINE_RATE') as underpaid_line_rate,
    max(value) filter (where measure = 'UNDERPAID_DOLLAR_RATE') as underpaid_dollar_rate,
    max(value) filter (where measure = 'YIELD') as yield,
    max(value) filter (where measure = 'NET_YIELD') as net_yield,
    max(value) filter (where measure = 'MEDIAN_DAYS_TO_PAY') as median_days,
    max(value) filter (where measure = 'DAYS_TO_PAY_90TH_PERCENTILE') as ninetieth_days
  from int_scorecard_measure
  where period = 'this_period'
  group by payer
)
select
  p.page_number,
  s.payer,
  s.line_count,
  s.charge_amount,
  s.first_answered_line_count,
  s.first_pass_line_count,
  m.first_pass_yield,
  s.initially_denied_line_count,
  m.initially_denied_rate,
  s.answered_line_count,
  s.finally_denied_line_count,
  m.final_denial_rate,
  s.decided_line_count,
  s.overturned_line_count,
  m.overturn_rate,
  s.compared_line_count,
  s.underpaid_line_count,
  m.underpaid_line_rate,
  s.underpaid_amount,
  s.expected_allowed_amount,
  m.underpaid_dollar_rate,
  s.allowed_amount,
  m.yield,
  s.rework_line_count,
  s.rework_cost_amount,
  s.delayed_line_count,
  s.delay_cost_amount,
  m.net_yield,
  case
    when s.rework_cost_amount is null and s.delay_cost_amount is null then 'WITHOUT_BOTH'
    when s.rework_cost_amount is null then 'WITHOUT_REWORK'
    when s.delay_cost_amount is null then 'WITHOUT_DELAY'
    else 'WHOLE'
  end as yield_terms,
  s.first_paid_line_count,
  cast(m.median_days as int) as median_day_count,
  cast(m.ninetieth_days as int) as ninetieth_day_count,
  s.interest_amount,
  s.interest_paid_amount,
  s.interest_still_due_amount,
  s.accruing_interest_amount,
  coalesce(b.interest_paid_amount, 0) as twelve_month_interest_paid_amount
from int_scorecard as s
left join measure as m
  on s.payer <=> m.payer
left join int_scorecard as b
  on s.payer <=> b.payer and b.period = 'twelve_months'
left join int_scorecard_page as p
  on s.payer = p.payer
where s.period = 'this_period'
order by p.page_number nulls last, s.payer
