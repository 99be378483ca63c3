-- Grain: one claim payment (CLP) as it bears on one claim line: a line that came back split is summed, and a denial of the whole claim bears on each of its lines. Units: US dollars as sent.
with event as (
  select
    claim_line_key as bears_on_claim_line_key,
    charge_amount as line_charge_amount,
    false as is_whole_claim,
    *
  from int_remit_event
  where claim_line_key is not null
  union all
  select
    c.claim_line_key,
    cast(if(e.is_reversal, - c.charge_amount, c.charge_amount) as decimal(12,2)),
    true,
    e.*
  from int_match_whole_claim as w
  inner join int_remit_event as e
    on w.remit_line_key = e.remit_line_key
  inner join stg_claim_line as c
    on w.submission_id = c.submission_id
)
select
  e.bears_on_claim_line_key as claim_line_key,
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
  min(e.is_line_in_balance and e.is_claim_in_balance) as is_in_balance,
  not max(e.is_reversal) and min_by(e.claim_status_code, e.event_order) not in ('23', '25') as is_answer,
  not max(e.is_reversal) and not max(e.is_reversed) and min_by(e.claim_status_code, e.event_order) not in ('23', '25') as is_live,
  min_by(e.adjudicated_hcpcs_code, e.event_order) as adjudicated_hcpcs_code,
  cast(sum(e.line_charge_amount) as decimal(12,2)) as charge_amount,
  cast(sum(e.paid_amount) as decimal(12,2)) as paid_amount,
  cast(if(count(*) = count(a.allowed_amount), sum(if(e.is_whole_claim, 0, a.allowed_amount)), null) as decimal(12,2)) as allowed_amount,
  if(count(*) = count(a.allowed_amount), max(a.allowed_amount_source), null) as allowed_amount_source,
  cast(sum(a.cost_share_amount) as decimal(12,2)) as cost_share_amount,
  cast(sum(a.patient_responsibility_amount) as decimal(12,2)) as patient_responsibility_amount,
  cast(sum(if(e.is_whole_claim, 0, a.sequestration_amount)) as decimal(12,2)) as sequestration_amount,
  cast(sum(if(e.is_whole_claim, null, a.contractual_amount)) as decimal(12,2)) as contractual_amount,
  flatten(collect_list(if(
    e.is_whole_claim and size(a.denial_reasons) > 0,
    transform(
      array(array_max(transform(a.denial_reasons, r -> struct(abs(r.amount) as amount, r.group_code as group_code, r.reason_code as reason_code)))),
      r -> struct(r.group_code as group_code, r.reason_code as reason_code, e.line_charge_amount as amount)
    ),
    a.denial_reasons
  ))) as denial_reasons,
  array_distinct(flatten(collect_list(e.remark_codes))) as remark_codes
from event as e
inner join int_remit_amount as a
  on e.remit_line_key = a.remit_line_key
group by e.bears_on_claim_line_key, e.remit_claim_key
