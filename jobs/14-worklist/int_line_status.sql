-- Grain: one claim line of a row of the worklist that anybody edited, with the row's status. Units: none.
select
  c.claim_line_key,
  s.worklist_status
from int_worklist_claim as c
inner join int_worklist_state as s
  on c.billing_npi = s.billing_npi and c.worklist_claim_key = s.worklist_claim_key and c.payer = s.payer
