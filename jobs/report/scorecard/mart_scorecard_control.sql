-- Grain: one control of the scorecards. Units: rows or US dollars; is_required says that a difference stops the report.
with period_month as (
  select month
  from int_report_month
  where is_report_period
),
-- Of the lines themselves, not of what the months were taken to hold.
adjudicated as (
  select
    count(*) as lines,
    coalesce(sum(charge_amount), 0) as charges
  from int_adjudicated_line
  where line_status = 'current'
    and if(:date_basis = 'service', service_month, if(is_adjudicated, payment_month, 'open')) in (select month from period_month)
),
judged as (
  select
    coalesce(sum(expected_allowed_amount) filter (where judgment = 'COMPARED'), 0) as expected,
    coalesce(sum(allowed_amount) filter (where judgment = 'COMPARED'), 0) as allowed,
    coalesce(- sum(variance_amount) filter (where is_underpaid), 0) as underpaid
  from int_report_line
  where report_month in (select month from period_month)
),
answered as (
  select count(*) as lines
  from int_first_answer as f
  inner join int_adjudicated_line as l
    on f.claim_line_key = l.claim_line_key
  where f.exclusion is null
    and if(:date_basis = 'service', l.service_month, f.answer_month) in (select month from period_month)
),
finally_denied as (
  select count(*) as lines
  from int_denial
  where denial_kind = 'denied' and outcome in ('UPHELD', 'WRITTEN_OFF') and liability <> 'patient'
    and outcome_month in (select month from period_month)
),
paid as (
  select count(*) as lines
  from int_line_milestone
  where paid_date >= first_submitted_date and date_format(paid_date, 'yyyy-MM') in (select month from period_month)
),
interest as (
  select
    coalesce(sum(interest_amount) filter (where not is_open), 0) as owed,
    coalesce(sum(interest_amount) filter (where is_open), 0) as accruing
  from int_prompt_pay_line
  where is_open or payment_month in (select month from period_month)
),
interest_paid as (
  select coalesce(- sum(a.amount), 0) as amount
  from provider_adjustment as a
  inner join payment as p
    on a.payment_id = p.payment_id
  where upper(trim(a.adjustment_code)) in (select adjustment_code from provider_adjustment_role where adjustment_role = 'interest')
    and date_format(p.payment_date, 'yyyy-MM') in (select month from period_month)
),
card as (
  select
    coalesce(sum(line_count), 0) as lines,
    coalesce(sum(charge_amount), 0) as charges,
    coalesce(sum(expected_allowed_amount), 0) as expected,
    coalesce(sum(allowed_amount), 0) as allowed,
    coalesce(sum(underpaid_amount), 0) as underpaid,
    coalesce(sum(first_answered_line_count), 0) as answered,
    coalesce(sum(finally_denied_line_count), 0) as finally_denied,
    coalesce(sum(first_paid_line_count), 0) as paid,
    coalesce(sum(interest_amount), 0) as owed,
    coalesce(sum(interest_paid_amount), 0) as interest_paid,
    coalesce(sum(accruing_interest_amount), 0) as accruing
  from int_scorecard
  where period = 'this_period'
),
control as (
  select stack(
    11,
    1, 'Claim lines of the period: adjudicated = scorecards', 'rows', cast(adjudicated.lines as decimal(18,2)), cast(card.lines as decimal(18,2)),
    2, 'Claim charges of the period: adjudicated = scorecards', 'dollars', cast(adjudicated.charges as decimal(18,2)), cast(card.charges as decimal(18,2)),
    3, 'Expected, compared lines: judged = scorecards', 'dollars', cast(judged.expected as decimal(18,2)), cast(card.expected as decimal(18,2)),
    4, 'Allowed, compared lines: judged = scorecards', 'dollars', cast(judged.allowed as decimal(18,2)), cast(card.allowed as decimal(18,2)),
    5, 'Underpaid: judged = scorecards', 'dollars', cast(judged.underpaid as decimal(18,2)), cast(card.underpaid as decimal(18,2)),
    6, 'First answers of the period = scorecards', 'rows', cast(answered.lines as decimal(18,2)), cast(card.answered as decimal(18,2)),
    7, 'Final denials of the period = scorecards', 'rows', cast(finally_denied.lines as decimal(18,2)), cast(card.finally_denied as decimal(18,2)),
    8, 'Lines first paid in the period = scorecards', 'rows', cast(paid.lines as decimal(18,2)), cast(card.paid as decimal(18,2)),
    9, 'Interest on late payments: lines = scorecards', 'dollars', cast(interest.owed as decimal(18,2)), cast(card.owed as decimal(18,2)),
    10, 'Interest on unanswered lines: lines = scorecards', 'dollars', cast(interest.accruing as decimal(18,2)), cast(card.accruing as decimal(18,2)),
    11, 'Interest paid (PLB L6): remittances = of payers + not tied', 'dollars', cast(interest_paid.amount as decimal(18,2)), cast(card.interest_paid as decimal(18,2))
  ) as (ordinal, control, unit, expected_amount, found_amount)
  from adjudicated
  cross join judged
  cross join answered
  cross join finally_denied
  cross join paid
  cross join interest
  cross join interest_paid
  cross join card
)
select
  ordinal,
  control,
  unit,
  cast(expected_amount as decimal(18,2)) as expected_amount,
  cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount,
  true as is_required
from control
order by ordinal
