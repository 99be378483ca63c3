-- Grain: one claim line with the row of the worklist that it belongs to: its payer, and the first number of its claim, whatever number replaced that since.
select
  c.claim_line_key,
  c.billing_npi,
  coalesce(r.first_claim_key, c.claim_key) as worklist_claim_key,
  b.payer,
  c.claim_id,
  c.submitted_date,
  b.line_status
from stg_claim_line as c
inner join int_billed_line as b
  on c.claim_line_key = b.claim_line_key
left join int_replaced_claim as r
  on c.billing_npi = r.billing_npi and c.claim_key = r.claim_key
