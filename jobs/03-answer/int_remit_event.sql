-- Grain: one remit line, with the claim line it belongs to (null where none, or where it bears on a whole claim) and whether a later reversal took it back.
with unstated_line as (
  select
    remit_line_key,
    payer_id,
    coalesce(claim_line_key, remit_line_key) as answered_key
  from int_remit_match
  where stated_payer_sequence is null
),
sent_sequence as (
  select
    coalesce(m.claim_line_key, m.remit_line_key) as answered_key,
    m.payer_id,
    max(m.sent_payer_sequence) as payer_sequence
  from int_remit_match as m
  left semi join unstated_line as u
    on coalesce(m.claim_line_key, m.remit_line_key) = u.answered_key
  group by coalesce(m.claim_line_key, m.remit_line_key), m.payer_id
),
-- An answer that does not say whose it is: as the same payer's others to the line, else behind a first payer's.
found_sequence as (
  select
    u.remit_line_key,
    coalesce(
      max(s.payer_sequence) filter (where s.payer_id = u.payer_id),
      if(max(s.payer_sequence = 'P'), 'S', 'P')
    ) as payer_sequence
  from unstated_line as u
  inner join sent_sequence as s
    on u.answered_key = s.answered_key
  group by u.remit_line_key
)
select
  r.remit_line_key,
  r.remit_claim_key,
  r.payment_id,
  r.remit_line_seq,
  m.claim_line_key,
  m.match_method,
  m.is_match_ambiguous,
  coalesce(m.stated_payer_sequence, f.payer_sequence) as payer_sequence,
  r.payer_id,
  r.payer_name,
  r.payee_npi,
  r.payer_claim_control_number,
  r.claim_status_code,
  r.claim_frequency_code,
  r.is_reversal,
  coalesce(p.is_reversed, false) as is_reversed,
  coalesce(p.is_orphan_reversal, false) as is_orphan_reversal,
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
inner join int_remit_match as m
  on r.remit_line_key = m.remit_line_key
left join int_reversal_pair as p
  on r.remit_line_key = p.remit_line_key
left join found_sequence as f
  on r.remit_line_key = f.remit_line_key
