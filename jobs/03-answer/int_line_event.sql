-- Grain: one claim payment (CLP) as it bears on one claim line: a line that came back split is summed, and a denial of the whole claim bears on each of its lines. denial_kind: denied, or reduced where something was allowed beside it. Units: US dollars as sent.
-- Few answers come in parts: only they go through the sums.
with split_event as (
  select claim_line_key, remit_claim_key, payer_sequence, is_reversal
  from int_remit_bearing
  group by claim_line_key, remit_claim_key, payer_sequence, is_reversal
  having count(*) > 1
),
line_event as (
  select
    p.claim_line_key,
    p.remit_claim_key,
    p.payer_sequence,
    p.event_order,
    p.payment_date,
    p.payer_id,
    p.payer_claim_control_number,
    p.claim_status_code,
    p.is_correction,
    p.match_method,
    p.is_match_ambiguous,
    p.is_reversal,
    p.is_reversed,
    p.is_orphan_reversal,
    p.is_in_balance,
    p.answer_kind,
    p.adjudicated_hcpcs_code,
    p.charge_amount,
    p.paid_amount,
    p.allowed_amount,
    p.allowed_amount_source,
    cast(p.cost_share_amount as decimal(12,2)) as cost_share_amount,
    cast(p.patient_responsibility_amount as decimal(12,2)) as patient_responsibility_amount,
    cast(p.sequestration_amount as decimal(12,2)) as sequestration_amount,
    cast(p.contractual_amount as decimal(12,2)) as contractual_amount,
    cast(p.outside_allowed_amount as decimal(12,2)) as outside_allowed_amount,
    p.is_capitated,
    p.denial,
    array_distinct(p.remark_codes) as remark_codes
  from int_line_event_part as p
  left anti join split_event as s
    on p.claim_line_key = s.claim_line_key
    and p.remit_claim_key = s.remit_claim_key
    and p.payer_sequence is not distinct from s.payer_sequence
    and p.is_reversal = s.is_reversal
  union all
  select
    p.claim_line_key,
    p.remit_claim_key,
    p.payer_sequence,
    -- All of one claim payment say the same of it.
    min(p.event_order),
    min(p.payment_date),
    min(p.payer_id),
    min(p.payer_claim_control_number),
    min(p.claim_status_code),
    min(p.is_correction),
    min(p.match_method),
    max(p.is_match_ambiguous),
    p.is_reversal,
    max(p.is_reversed),
    max(p.is_orphan_reversal),
    min(p.is_in_balance),
    -- A line that came back split is decided where a part of it is.
    case
      when max(p.is_at_claim_level) then 'CLAIM_LEVEL'
      when max(p.answer_kind = 'DECIDED') then 'DECIDED'
      else min(p.answer_kind)
    end,
    min(p.adjudicated_hcpcs_code),
    cast(sum(p.charge_amount) as decimal(12,2)),
    cast(sum(p.paid_amount) as decimal(12,2)),
    cast(if(count(*) = count(p.allowed_amount), sum(p.allowed_amount), null) as decimal(12,2)),
    if(count(*) = count(p.allowed_amount), max(p.allowed_amount_source), null),
    cast(sum(p.cost_share_amount) as decimal(12,2)),
    cast(sum(p.patient_responsibility_amount) as decimal(12,2)),
    cast(sum(p.sequestration_amount) as decimal(12,2)),
    cast(sum(p.contractual_amount) as decimal(12,2)),
    cast(sum(p.outside_allowed_amount) as decimal(12,2)),
    min(p.is_capitated),
    max(p.denial),
    array_distinct(flatten(collect_list(p.remark_codes)))
  from int_line_event_part as p
  left semi join split_event as s
    on p.claim_line_key = s.claim_line_key
    and p.remit_claim_key = s.remit_claim_key
    and p.payer_sequence is not distinct from s.payer_sequence
    and p.is_reversal = s.is_reversal
  group by p.claim_line_key, p.remit_claim_key, p.payer_sequence, p.is_reversal
),
judged_event as (
  select
    *,
    not is_reversal and answer_kind in ('DECIDED', 'DUPLICATE') as is_answer,
    case
      when is_reversal or answer_kind not in ('DECIDED', 'DUPLICATE') or denial is null or charge_amount <= 0 then null
      when paid_amount - outside_allowed_amount <= 0 and (allowed_amount = 0 or patient_responsibility_amount = 0) then 'denied'
      when paid_amount + patient_responsibility_amount > 0 then 'reduced'
    end as denial_kind
  from line_event
)
select
  claim_line_key,
  remit_claim_key,
  payer_sequence,
  event_order,
  payment_date,
  payer_id,
  payer_claim_control_number,
  claim_status_code,
  is_correction,
  match_method,
  is_match_ambiguous,
  is_reversal,
  is_reversed,
  is_orphan_reversal,
  is_in_balance,
  answer_kind,
  is_answer,
  is_answer and not is_reversed as is_live,
  adjudicated_hcpcs_code,
  charge_amount,
  paid_amount,
  -- A payer may state what it would have allowed beside a denial of all of it.
  cast(if(denial_kind = 'denied' and allowed_amount is not null, 0, allowed_amount) as decimal(12,2)) as allowed_amount,
  allowed_amount_source,
  cost_share_amount,
  patient_responsibility_amount,
  sequestration_amount,
  contractual_amount,
  outside_allowed_amount,
  is_capitated,
  denial_kind,
  if(denial_kind is not null, denial, null) as denial,
  remark_codes
from judged_event
