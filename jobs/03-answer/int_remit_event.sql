-- Grain: one remit line, with the claim line it belongs to (null where none, or where it bears on a whole claim) and whether a later reversal took it back.
with line_match as (
  select * from int_match_by_control_number
  union all
  select * from int_match_by_content
  union all
  select * from int_match_by_charge
),
placed_match as (
  -- An answer to an earlier version of a claim is the answer to the line that took its place.
  select
    m.remit_line_key,
    coalesce(v.chain_line_key, m.claim_line_key) as claim_line_key,
    m.match_method,
    m.is_match_ambiguous
  from line_match as m
  left join int_line_version as v
    on m.claim_line_key = v.claim_line_key
),
event as (
  select
    r.remit_line_key,
    r.remit_claim_key,
    r.payment_id,
    r.remit_line_seq,
    m.claim_line_key,
    -- What belongs to no line, such as a copayment of the claim, is taken back as it was sent.
    case
      when m.claim_line_key is not null then m.claim_line_key
      when w.submission_id is not null then xxhash64(w.submission_id)
      else xxhash64(r.payee_npi, r.claim_key, r.remit_line_seq = 0, r.submitted_hcpcs_code, r.submitted_modifiers, r.claim_line_start_date)
    end as subject_key,
    coalesce(m.match_method, case
      when w.is_of_all_lines then 'whole_claim_denied'
      when c.claim_key is null then 'unknown_claim'
      when r.remit_line_seq = 0 then 'claim_level'
      else 'unknown_line'
    end) as match_method,
    coalesce(m.is_match_ambiguous, w.is_match_ambiguous, false) as is_match_ambiguous,
    coalesce(
      r.payer_sequence,
      w.payer_sequence,
      max(r.payer_sequence) over (partition by coalesce(m.claim_line_key, r.remit_line_key), r.payer_id),
      if(max(r.payer_sequence = 'P') over (partition by coalesce(m.claim_line_key, r.remit_line_key)), 'S', 'P')
    ) as payer_sequence,
    r.payer_id,
    r.payer_name,
    r.payee_npi,
    r.payer_claim_control_number,
    r.claim_status_code,
    r.claim_frequency_code,
    r.is_reversal,
    r.adjudicated_hcpcs_code,
    r.charge_amount,
    r.paid_amount,
    r.claim_line_start_date,
    r.payment_date,
    r.event_order,
    r.remark_codes,
    r.is_line_in_balance,
    r.is_claim_in_balance
  from int_remit_line as r
  left join placed_match as m
    on r.remit_line_key = m.remit_line_key
  left join int_match_whole_claim as w
    on r.remit_line_key = w.remit_line_key
  left join int_claim_match as c
    on r.payee_npi = c.payee_npi and r.claim_key = c.remit_claim_id_key
),
numbered_event as (
  select
    *,
    row_number() over (
      partition by subject_key, payer_id, payer_claim_control_number, abs(charge_amount), abs(paid_amount), is_reversal
      order by event_order, remit_line_seq
    ) as place,
    count(case when is_reversal then 1 end) over (
      partition by subject_key, payer_id, payer_claim_control_number, abs(charge_amount), abs(paid_amount)
    ) as reversals,
    count(case when not is_reversal then 1 end) over (
      partition by subject_key, payer_id, payer_claim_control_number, abs(charge_amount), abs(paid_amount)
    ) as originals
  from event
),
paired_event as (
  select
    *,
    if(is_reversal, place <= originals, place <= reversals) as is_paired
  from numbered_event
),
renumbered_event as (
  select
    *,
    row_number() over (
      partition by subject_key, payer_id, abs(charge_amount), abs(paid_amount), is_reversal, is_paired
      order by event_order, remit_line_seq
    ) as second_place,
    count(case when is_reversal and not is_paired then 1 end) over (
      partition by subject_key, payer_id, abs(charge_amount), abs(paid_amount)
    ) as left_reversals,
    count(case when not is_reversal and not is_paired then 1 end) over (
      partition by subject_key, payer_id, abs(charge_amount), abs(paid_amount)
    ) as left_originals
  from paired_event
)
select
  remit_line_key,
  remit_claim_key,
  payment_id,
  remit_line_seq,
  claim_line_key,
  match_method,
  is_match_ambiguous,
  payer_sequence,
  payer_id,
  payer_name,
  payee_npi,
  payer_claim_control_number,
  claim_status_code,
  claim_frequency_code,
  is_reversal,
  not is_reversal and (is_paired or second_place <= left_reversals) as is_reversed,
  is_reversal and not is_paired and second_place > left_originals as is_orphan_reversal,
  adjudicated_hcpcs_code,
  charge_amount,
  paid_amount,
  claim_line_start_date,
  payment_date,
  event_order,
  remark_codes,
  is_line_in_balance,
  is_claim_in_balance
from renumbered_event
