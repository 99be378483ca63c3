-- Grain: one claim payment (CLP) as it bears on one claim line: a line that came back split is summed. Units: US dollars as sent.
select
  e.claim_line_key,
  e.remit_claim_key,
  min_by(e.payer_sequence, e.event_order) as payer_sequence,
  min(e.event_order) as event_order,
  min(e.payment_date) as payment_date,
  min_by(e.payer_id, e.event_order) as payer_id,
  min_by(e.payer_claim_control_number, e.event_order) as payer_claim_control_number,
  min_by(e.claim_status_code, e.event_order) as claim_status_code,
  min_by(e.match_method, e.event_order) as match_method,
  max(e.is_match_ambiguous) as is_match_ambiguous,
  max(e.is_reversal) as is_reversal,
  max(e.is_orphan_reversal) as is_orphan_reversal,
  max(e.is_line_in_balance and e.is_claim_in_balance) as is_in_balance,
  not max(e.is_reversal) and not max(e.is_reversed) and min_by(e.claim_status_code, e.event_order) <> '25' as is_live,
  min_by(e.adjudicated_hcpcs_code, e.event_order) as adjudicated_hcpcs_code,
  cast(sum(e.charge_amount) as decimal(12,2)) as charge_amount,
  cast(sum(e.paid_amount) as decimal(12,2)) as paid_amount,
  cast(if(count(*) = count(a.allowed_amount), sum(a.allowed_amount), null) as decimal(12,2)) as allowed_amount,
  if(count(*) = count(a.allowed_amount), max(a.allowed_amount_source), null) as allowed_amount_source,
  cast(sum(a.cost_share_amount) as decimal(12,2)) as cost_share_amount,
  cast(sum(a.patient_responsibility_amount) as decimal(12,2)) as patient_responsibility_amount,
  cast(sum(a.sequestration_amount) as decimal(12,2)) as sequestration_amount,
  cast(sum(a.contractual_amount) as decimal(12,2)) as contractual_amount,
  max(a.denial) as denial,
  array_distinct(flatten(collect_list(e.remark_codes))) as remark_codes
from int_remit_event as e
inner join int_remit_amount as a
  on e.remit_line_key = a.remit_line_key
where e.claim_line_key is not null
group by e.claim_line_key, e.remit_claim_key
