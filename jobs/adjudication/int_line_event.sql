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
  e.payer_sequence,
  e.event_order,
  e.payment_date,
  e.payer_id,
  e.payer_claim_control_number,
  e.claim_status_code,
  min(e.match_method) as match_method,
  max(e.is_match_ambiguous) as is_match_ambiguous,
  e.is_reversal,
  max(e.is_orphan_reversal) as is_orphan_reversal,
  min(e.is_line_in_balance and e.is_claim_in_balance) as is_in_balance,
  not e.is_reversal and not min(a.is_pending) and e.claim_status_code not in ('23', '25') as is_answer,
  not e.is_reversal and not max(e.is_reversed) and not min(a.is_pending) and e.claim_status_code not in ('23', '25') as is_live,
  min(e.adjudicated_hcpcs_code) as adjudicated_hcpcs_code,
  cast(sum(e.line_charge_amount) as decimal(12,2)) as charge_amount,
  cast(sum(e.paid_amount) as decimal(12,2)) as paid_amount,
  cast(if(count(*) = count(a.allowed_amount), sum(if(e.is_whole_claim, 0, a.allowed_amount)), null) as decimal(12,2)) as allowed_amount,
  if(count(*) = count(a.allowed_amount), max(a.allowed_amount_source), null) as allowed_amount_source,
  cast(sum(a.cost_share_amount) as decimal(12,2)) as cost_share_amount,
  cast(sum(a.patient_responsibility_amount) as decimal(12,2)) as patient_responsibility_amount,
  cast(sum(if(e.is_whole_claim, 0, a.sequestration_amount)) as decimal(12,2)) as sequestration_amount,
  cast(sum(if(e.is_whole_claim, null, a.contractual_amount)) as decimal(12,2)) as contractual_amount,
  min(a.is_capitated) as is_capitated,
  max(a.denial) as denial,
  array_distinct(flatten(collect_list(e.remark_codes))) as remark_codes
from event as e
inner join int_remit_amount as a
  on e.remit_line_key = a.remit_line_key
group by e.bears_on_claim_line_key, e.remit_claim_key, e.payer_sequence, e.event_order, e.payment_date,
  e.payer_id, e.payer_claim_control_number, e.claim_status_code, e.is_reversal
