-- Grain: one remit line, with the claim line it answers (null where none, or where it bears on a whole claim) and the subject that a reversal of it would have. stated_payer_sequence: as sent, or of the claim as a whole. Units: US dollars as sent.
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
)
select
  r.remit_line_key,
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
  r.payer_sequence as sent_payer_sequence,
  coalesce(r.payer_sequence, w.payer_sequence) as stated_payer_sequence,
  r.payer_id,
  r.payer_claim_control_number,
  r.is_reversal,
  r.charge_amount,
  r.paid_amount,
  r.event_order
from int_remit_line as r
left join placed_match as m
  on r.remit_line_key = m.remit_line_key
left join int_match_whole_claim as w
  on r.remit_line_key = w.remit_line_key
left join int_claim_match as c
  on r.payee_npi = c.payee_npi and r.claim_key = c.remit_claim_id_key
