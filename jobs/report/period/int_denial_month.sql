-- Grain: one payer and month with denials of all of a line: by the month in which they ended unpaid, and, of the month of the first denial, those that are decided and those overturned. Units: lines; what is the patient's ends unpaid in no month.
with dated_denial as (
  select
    payer,
    outcome_month as month,
    1 as finally_denied,
    0 as decided,
    0 as overturned
  from int_denial
  where denial_kind = 'denied' and outcome in ('UPHELD', 'WRITTEN_OFF') and liability <> 'patient'
  union all
  select
    payer,
    denial_month,
    0,
    1,
    if(outcome in ('OVERTURNED', 'OVERTURNED_IN_PART'), 1, 0)
  from int_denial
  where denial_kind = 'denied' and outcome not in ('OPEN', 'REWORKED')
)
select
  payer,
  month,
  cast(sum(finally_denied) as bigint) as finally_denied_line_count,
  cast(sum(decided) as bigint) as decided_line_count,
  cast(sum(overturned) as bigint) as overturned_line_count
from dated_denial
group by payer, month
