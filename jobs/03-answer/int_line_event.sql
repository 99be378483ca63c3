-- Grain: one claim payment (CLP) as it bears on one claim line: a line that came back split is summed, and a denial of the whole claim bears on each of its lines. denial_kind: denied, or reduced where something was allowed beside it. Units: US dollars as sent.
with event as (
  select
    claim_line_key as bears_on_claim_line_key,
    charge_amount as line_charge_amount,
    paid_amount as line_paid_amount,
    false as is_whole_claim,
    false as is_at_claim_level,
    *
  from int_remit_event
  where claim_line_key is not null
  union all
  select
    coalesce(v.chain_line_key, c.claim_line_key),
    cast(if(e.is_reversal, - c.charge_amount, c.charge_amount) as decimal(12,2)),
    cast(0 as decimal(12,2)),
    true,
    not w.is_of_all_lines,
    e.*
  from int_match_whole_claim as w
  inner join int_remit_event as e
    on w.remit_line_key = e.remit_line_key
  inner join stg_claim_line as c
    on w.submission_id = c.submission_id
  left join int_line_version as v
    on c.claim_line_key = v.claim_line_key
),
line_event as (
  select
    e.bears_on_claim_line_key as claim_line_key,
    e.remit_claim_key,
    e.payer_sequence,
    -- All of one claim payment say the same of it.
    min(e.event_order) as event_order,
    min(e.payment_date) as payment_date,
    min(e.payer_id) as payer_id,
    min(e.payer_claim_control_number) as payer_claim_control_number,
    min(e.claim_status_code) as claim_status_code,
    coalesce(min(e.claim_frequency_code) = '7', false) as is_correction,
    min(e.match_method) as match_method,
    max(e.is_match_ambiguous) as is_match_ambiguous,
    e.is_reversal,
    max(e.is_reversed) as is_reversed,
    max(e.is_orphan_reversal) as is_orphan_reversal,
    min(e.is_line_in_balance and e.is_claim_in_balance) as is_in_balance,
    -- A line that came back split is decided where a part of it is.
    case
      when max(e.is_at_claim_level) then 'CLAIM_LEVEL'
      when max(a.answer_kind = 'DECIDED') then 'DECIDED'
      else min(a.answer_kind)
    end as answer_kind,
    min(e.adjudicated_hcpcs_code) as adjudicated_hcpcs_code,
    cast(sum(e.line_charge_amount) as decimal(12,2)) as charge_amount,
    cast(sum(e.line_paid_amount) as decimal(12,2)) as paid_amount,
    cast(if(count(*) = count(a.allowed_amount) and not max(e.is_at_claim_level), sum(if(e.is_whole_claim, 0, a.allowed_amount)), null) as decimal(12,2)) as allowed_amount,
    if(count(*) = count(a.allowed_amount) and not max(e.is_at_claim_level), max(a.allowed_amount_source), null) as allowed_amount_source,
    cast(sum(if(e.is_at_claim_level, 0, a.cost_share_amount)) as decimal(12,2)) as cost_share_amount,
    -- A charge that is denied to the patient whole is each line's own.
    cast(sum(case
      when e.is_at_claim_level then 0
      when not e.is_whole_claim then a.patient_responsibility_amount
      when a.patient_responsibility_amount = e.charge_amount then e.line_charge_amount
      else 0
    end) as decimal(12,2)) as patient_responsibility_amount,
    cast(sum(if(e.is_whole_claim, 0, a.sequestration_amount)) as decimal(12,2)) as sequestration_amount,
    cast(sum(if(e.is_whole_claim, null, a.contractual_amount)) as decimal(12,2)) as contractual_amount,
    cast(sum(if(e.is_whole_claim, 0, - a.outside_allowed_amount)) as decimal(12,2)) as outside_allowed_amount,
    min(a.is_capitated) as is_capitated,
    max(a.denial) as denial,
    array_distinct(flatten(collect_list(e.remark_codes))) as remark_codes
  from event as e
  inner join int_remit_amount as a
    on e.remit_line_key = a.remit_line_key
  group by e.bears_on_claim_line_key, e.remit_claim_key, e.payer_sequence, e.is_reversal
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
