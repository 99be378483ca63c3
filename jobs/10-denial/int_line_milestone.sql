-- Grain: one current claim line with the days on which it was billed first, answered, paid and denied by its first payer, and on which that denial was settled. Units: US dollars; a null day has not come, or is not on file; collected_amount is what came by the end of the fourth month after that of service.
with version as (
  select
    chain_line_key,
    min(submitted_date) as first_submitted_date
  from int_line_version
  group by chain_line_key
),
reversal as (
  select
    claim_line_key,
    payer_sequence,
    max(payment_date) as reversed_date
  from int_line_event
  where is_reversal
  group by claim_line_key, payer_sequence
),
payer_answer as (
  select
    e.claim_line_key,
    -- A duplicate denial answers a line only where nothing else does.
    coalesce(
      min(e.payment_date) filter (where not e.is_reversal and e.answer_kind in ('DECIDED', 'CLAIM_LEVEL')),
      min(e.payment_date) filter (where not e.is_reversal and e.answer_kind = 'DUPLICATE')
    ) as answered_date,
    max(r.reversed_date) as reversed_date,
    min(e.payment_date) filter (
      where not e.is_reversal and e.answer_kind in ('DECIDED', 'CLAIM_LEVEL') and e.payment_date >= r.reversed_date
    ) as answered_again_date,
    min(e.payment_date) filter (where not e.is_reversal and e.paid_amount > 0) as paid_date,
    sum(e.paid_amount) filter (where e.payment_date <= last_day(add_months(l.service_date, 4))) as collected_amount
  from int_line_event as e
  inner join int_adjudicated_line as l
    on e.claim_line_key = l.claim_line_key and e.payer_sequence = l.adjudicated_sequence
  left join reversal as r
    on e.claim_line_key = r.claim_line_key and e.payer_sequence = r.payer_sequence
  where l.line_status = 'current'
  group by e.claim_line_key
)
select
  l.claim_line_key,
  l.payer,
  l.payer_class,
  l.service_date,
  l.service_month,
  l.charge_amount,
  l.expected_allowed_amount,
  l.expected_payment_amount,
  -- What is capitated, sent twice or answered by a later payer alone is not owed by the first payer.
  not l.is_capitated and not l.is_duplicate and coalesce(l.adjudicated_sequence = 'P', true) as is_in_collection_rate,
  coalesce(v.first_submitted_date, l.submitted_date) as first_submitted_date,
  coalesce(v.first_submitted_date, l.submitted_date, l.service_date) as billed_date,
  a.answered_date,
  -- What was taken back is open again until the next answer; where other answers stand, it never was.
  if(
    a.reversed_date >= a.answered_date
      and (a.answered_again_date is not null or not (l.is_adjudicated or l.is_answered_at_claim_level)),
    a.reversed_date,
    null
  ) as reopened_date,
  a.answered_again_date,
  a.paid_date,
  cast(coalesce(a.collected_amount, 0) as decimal(12,2)) as collected_amount,
  d.first_denial_date as denied_date,
  d.outcome_date as settled_date
from int_adjudicated_line as l
left join version as v
  on l.claim_line_key = v.chain_line_key
left join payer_answer as a
  on l.claim_line_key = a.claim_line_key
left join int_denial as d
  on l.claim_line_key = d.claim_line_key and d.denial_kind = 'denied' and d.liability <> 'patient'
where l.line_status = 'current'
