-- Grain: one payer and period, the report's own or the twelve months before it, with lines, first answers, denials, payments or interest paid of it. Units: lines; US dollars, of compared lines; days. Costs are null where the practice entered none for a line that has one, interest due and still due where no prompt-pay rule held for a line.
with period_month as (
  select month, period
  from int_measure_period
  where period in ('this_period', 'twelve_months')
),
line as (
  select
    m.payer,
    p.period,
    sum(m.line_count) as line_count,
    sum(m.charge_amount) as charge_amount,
    sum(m.compared_line_count) as compared_line_count,
    sum(m.expected_allowed_amount) as expected_allowed_amount,
    sum(m.paid_expected_amount) as paid_expected_amount,
    sum(m.allowed_amount) as allowed_amount,
    sum(m.underpaid_line_count) as underpaid_line_count,
    sum(m.underpaid_amount) as underpaid_amount,
    sum(m.rework_line_count) as rework_line_count,
    sum(m.uncosted_rework_line_count) as uncosted_rework_line_count,
    sum(m.rework_cost_amount) as rework_cost_amount,
    sum(m.delayed_line_count) as delayed_line_count,
    sum(m.uncosted_delay_line_count) as uncosted_delay_line_count,
    sum(m.delay_dollar_days) as delay_dollar_days
  from int_scorecard_month as m
  inner join period_month as p
    on m.report_month = p.month
  group by m.payer, p.period
),
answer as (
  select
    f.payer,
    p.period,
    sum(f.first_answered_line_count) as first_answered_line_count,
    sum(f.first_pass_line_count) as first_pass_line_count,
    sum(f.initially_denied_line_count) as initially_denied_line_count
  from int_first_answer_month as f
  inner join period_month as p
    on if(:date_basis = 'service', f.service_month, f.answer_month) = p.month
  group by f.payer, p.period
),
answered as (
  select
    f.payer,
    p.period,
    sum(f.first_answered_line_count) as answered_line_count
  from int_first_answer_month as f
  inner join period_month as p
    on f.answer_month = p.month
  group by f.payer, p.period
),
denial as (
  select
    d.payer,
    p.period,
    sum(d.finally_denied_line_count) as finally_denied_line_count,
    sum(d.decided_line_count) as decided_line_count,
    sum(d.overturned_line_count) as overturned_line_count
  from int_denial_month as d
  inner join period_month as p
    on d.month = p.month
  group by d.payer, p.period
),
paid as (
  select *
  from int_payer_day
  where period in ('this_period', 'twelve_months')
),
interest as (
  select
    payer,
    period,
    sum(interest_amount) as interest_amount,
    sum(accruing_interest_amount) as accruing_interest_amount
  from int_prompt_pay_period
  group by payer, period
),
payer_period as (
  select payer, period from line
  union
  select payer, period from answer
  union
  select payer, period from answered
  union
  select payer, period from denial
  union
  select payer, period from paid
  union
  select payer, period from interest
  union
  select payer, period from int_interest_paid
)
select
  a.payer,
  a.period,
  cast(coalesce(l.line_count, 0) as bigint) as line_count,
  cast(coalesce(l.charge_amount, 0) as decimal(18,2)) as charge_amount,
  cast(coalesce(l.compared_line_count, 0) as bigint) as compared_line_count,
  cast(coalesce(l.expected_allowed_amount, 0) as decimal(18,2)) as expected_allowed_amount,
  cast(coalesce(l.paid_expected_amount, 0) as decimal(18,2)) as paid_expected_amount,
  cast(coalesce(l.allowed_amount, 0) as decimal(18,2)) as allowed_amount,
  cast(coalesce(l.underpaid_line_count, 0) as bigint) as underpaid_line_count,
  cast(coalesce(l.underpaid_amount, 0) as decimal(18,2)) as underpaid_amount,
  cast(coalesce(l.rework_line_count, 0) as bigint) as rework_line_count,
  cast(if(coalesce(l.uncosted_rework_line_count, 0) = 0, coalesce(l.rework_cost_amount, 0), null) as decimal(18,2)) as rework_cost_amount,
  cast(coalesce(l.delayed_line_count, 0) as bigint) as delayed_line_count,
  cast(if(coalesce(l.uncosted_delay_line_count, 0) = 0, round(coalesce(l.delay_dollar_days, 0) / 36500, 2), null) as decimal(18,2)) as delay_cost_amount,
  cast(coalesce(f.first_answered_line_count, 0) as bigint) as first_answered_line_count,
  cast(coalesce(f.first_pass_line_count, 0) as bigint) as first_pass_line_count,
  cast(coalesce(f.initially_denied_line_count, 0) as bigint) as initially_denied_line_count,
  cast(coalesce(w.answered_line_count, 0) as bigint) as answered_line_count,
  cast(coalesce(d.finally_denied_line_count, 0) as bigint) as finally_denied_line_count,
  cast(coalesce(d.decided_line_count, 0) as bigint) as decided_line_count,
  cast(coalesce(d.overturned_line_count, 0) as bigint) as overturned_line_count,
  coalesce(p.paid_line_count, 0) as first_paid_line_count,
  p.median_day_count,
  p.ninetieth_day_count,
  cast(i.interest_amount as decimal(18,2)) as interest_amount,
  cast(coalesce(g.interest_paid_amount, 0) as decimal(18,2)) as interest_paid_amount,
  cast(if(i.interest_amount is null, null, greatest(i.interest_amount - coalesce(g.interest_paid_amount, 0), 0)) as decimal(18,2)) as interest_still_due_amount,
  cast(i.accruing_interest_amount as decimal(18,2)) as accruing_interest_amount
from payer_period as a
left join line as l
  on a.payer <=> l.payer and a.period = l.period
left join answer as f
  on a.payer <=> f.payer and a.period = f.period
left join answered as w
  on a.payer <=> w.payer and a.period = w.period
left join denial as d
  on a.payer <=> d.payer and a.period = d.period
left join paid as p
  on a.payer <=> p.payer and a.period = p.period
left join interest as i
  on a.payer <=> i.payer and a.period = i.period
left join int_interest_paid as g
  on a.payer <=> g.payer and a.period = g.period
