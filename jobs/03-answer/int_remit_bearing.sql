-- Grain: one remit line and a claim line that it bears on: its own, or each line of the claim where the whole claim is denied. Units: US dollars as sent.
select
  claim_line_key,
  remit_line_key,
  remit_claim_key,
  payer_sequence,
  is_reversal,
  charge_amount,
  paid_amount,
  false as is_whole_claim,
  false as is_at_claim_level
from int_remit_event
where claim_line_key is not null
union all
select
  coalesce(v.chain_line_key, c.claim_line_key),
  e.remit_line_key,
  e.remit_claim_key,
  e.payer_sequence,
  e.is_reversal,
  cast(if(e.is_reversal, - c.charge_amount, c.charge_amount) as decimal(12,2)),
  cast(0 as decimal(12,2)),
  true,
  not w.is_of_all_lines
from int_match_whole_claim as w
inner join int_remit_event as e
  on w.remit_line_key = e.remit_line_key
inner join stg_claim_line as c
  on w.submission_id = c.submission_id
left join int_line_version as v
  on c.claim_line_key = v.claim_line_key
