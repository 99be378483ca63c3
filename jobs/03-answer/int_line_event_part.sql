-- Grain: one remit line and a claim line that it bears on, with what it says of that line: of a denied claim's amounts, the line's own alone. Units: US dollars as sent.
select
  b.claim_line_key,
  b.remit_line_key,
  b.remit_claim_key,
  b.payer_sequence,
  b.is_reversal,
  b.is_at_claim_level,
  e.event_order,
  e.payment_date,
  e.payer_id,
  e.payer_claim_control_number,
  e.claim_status_code,
  coalesce(e.claim_frequency_code = '7', false) as is_correction,
  e.match_method,
  e.is_match_ambiguous,
  e.is_reversed,
  e.is_orphan_reversal,
  e.is_line_in_balance and e.is_claim_in_balance as is_in_balance,
  if(b.is_at_claim_level, 'CLAIM_LEVEL', a.answer_kind) as answer_kind,
  e.adjudicated_hcpcs_code,
  b.charge_amount,
  b.paid_amount,
  cast(case when b.is_at_claim_level then null when b.is_whole_claim and a.allowed_amount is not null then 0 else a.allowed_amount end as decimal(12,2)) as allowed_amount,
  if(b.is_at_claim_level, null, a.allowed_amount_source) as allowed_amount_source,
  if(b.is_at_claim_level, 0, a.cost_share_amount) as cost_share_amount,
  -- A charge that is denied to the patient whole is each line's own.
  case
    when b.is_at_claim_level then 0
    when not b.is_whole_claim then a.patient_responsibility_amount
    when a.patient_responsibility_amount = e.charge_amount then b.charge_amount
    else 0
  end as patient_responsibility_amount,
  if(b.is_whole_claim, 0, a.sequestration_amount) as sequestration_amount,
  if(b.is_whole_claim, null, a.contractual_amount) as contractual_amount,
  if(b.is_whole_claim, 0, - a.outside_allowed_amount) as outside_allowed_amount,
  a.is_capitated,
  a.denial,
  e.remark_codes
from int_remit_bearing as b
inner join int_remit_event as e
  on b.remit_line_key = e.remit_line_key
inner join int_remit_amount as a
  on b.remit_line_key = a.remit_line_key
