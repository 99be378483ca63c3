-- Grain: one claim line that any payer answered: the sum of what stands of its first payer's answers, its first answer, and the cash of all. Units: US dollars.
with line as (
  select
    claim_line_key,
    min(payer_sequence) as first_sequence
  from int_line_event
  group by claim_line_key
),
state as (
  select
    s.claim_line_key,
    max_by(s.remit_claim_key, struct(s.event_order, s.remit_claim_key)) filter (where not s.is_denial_beside_payment) as latest_remit_claim_key,
    sum(e.allowed_amount) as allowed_amount,
    sum(e.cost_share_amount) filter (where not s.is_denial_beside_payment) as cost_share_amount,
    sum(e.patient_responsibility_amount) filter (where not s.is_denial_beside_payment) as patient_responsibility_amount,
    sum(e.sequestration_amount) as sequestration_amount,
    -- An addition writes off the whole charge but for itself.
    sum(e.contractual_amount - if(s.is_addition, e.charge_amount, 0)) filter (where not s.is_denial_beside_payment) as contractual_amount,
    sum(e.outside_allowed_amount) as outside_allowed_amount,
    sum(e.paid_amount) as paid_amount,
    count_if(s.is_addition and not s.is_denial_beside_payment) as additional_payment_count,
    max(s.is_denial_beside_payment) as has_denial_beside_payment
  from int_standing_answer as s
  inner join int_line_event as e
    on s.claim_line_key = e.claim_line_key and s.remit_claim_key = e.remit_claim_key
    and s.event_order = e.event_order and e.is_live
  where s.is_in_force
  group by s.claim_line_key
),
line_history as (
  select
    e.claim_line_key,
    l.first_sequence,
    min_by(
      struct(e.payment_date, e.allowed_amount),
      struct(e.answer_kind <> 'DECIDED', e.event_order)
    ) filter (where e.is_answer and e.payer_sequence = l.first_sequence) as first,
    max_by(e.patient_responsibility_amount, concat(e.payer_sequence, e.event_order))
      filter (where e.is_live and e.payer_sequence <> l.first_sequence) as later_patient_responsibility_amount,
    sum(if(e.payer_sequence = l.first_sequence, e.paid_amount, 0)) as first_payer_paid_amount,
    sum(if(e.payer_sequence = l.first_sequence, 0, e.paid_amount)) as later_payer_paid_amount,
    count(*) as event_count,
    count_if(not e.is_reversal and e.answer_kind not in ('DECIDED', 'CLAIM_LEVEL')) as undecided_answer_count,
    max(e.payer_sequence = l.first_sequence and not e.is_reversal and not e.is_reversed and e.answer_kind = 'CLAIM_LEVEL') as is_answered_at_claim_level,
    max(e.is_orphan_reversal) as has_orphan_reversal,
    min(e.is_in_balance) as is_in_balance
  from int_line_event as e
  inner join line as l
    on e.claim_line_key = l.claim_line_key
  group by e.claim_line_key, l.first_sequence
)
select
  f.claim_line_key,
  f.first_sequence as adjudicated_sequence,
  s.claim_line_key is not null as is_adjudicated,
  e.match_method,
  coalesce(e.is_match_ambiguous, false) as is_match_ambiguous,
  e.payment_date,
  e.payer_claim_control_number,
  e.claim_status_code,
  e.adjudicated_hcpcs_code,
  e.answer_kind,
  coalesce(e.is_capitated, false) as is_capitated,
  cast(s.allowed_amount as decimal(12,2)) as allowed_amount,
  e.allowed_amount_source,
  cast(s.cost_share_amount as decimal(12,2)) as cost_share_amount,
  cast(s.patient_responsibility_amount as decimal(12,2)) as patient_responsibility_amount,
  cast(s.sequestration_amount as decimal(12,2)) as sequestration_amount,
  cast(s.contractual_amount as decimal(12,2)) as contractual_amount,
  cast(s.outside_allowed_amount as decimal(12,2)) as outside_allowed_amount,
  cast(s.paid_amount as decimal(12,2)) as latest_paid_amount,
  e.denial_kind,
  -- Interest is paid on denied lines too.
  coalesce(e.denial_kind = 'denied' and f.first_payer_paid_amount - coalesce(s.outside_allowed_amount, 0) <= 0, false) as is_denied,
  e.denial.group_code as denial_group_code,
  e.denial.reason_code as denial_reason_code,
  e.remark_codes,
  f.first.payment_date as first_payment_date,
  f.first.allowed_amount as first_allowed_amount,
  cast(coalesce(f.later_patient_responsibility_amount, s.patient_responsibility_amount) as decimal(12,2)) as patient_balance_amount,
  cast(f.first_payer_paid_amount as decimal(12,2)) as first_payer_paid_amount,
  cast(f.later_payer_paid_amount as decimal(12,2)) as later_payer_paid_amount,
  cast(f.event_count as int) as event_count,
  cast(f.undecided_answer_count as int) as undecided_answer_count,
  cast(coalesce(s.additional_payment_count, 0) as int) as additional_payment_count,
  coalesce(s.has_denial_beside_payment, false) as has_denial_beside_payment,
  f.is_answered_at_claim_level,
  f.has_orphan_reversal,
  f.is_in_balance
from line_history as f
left join state as s
  on f.claim_line_key = s.claim_line_key
left join int_line_event as e
  on s.claim_line_key = e.claim_line_key and s.latest_remit_claim_key = e.remit_claim_key
  and f.first_sequence = e.payer_sequence and e.is_live
