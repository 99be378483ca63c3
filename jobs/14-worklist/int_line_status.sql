-- Grain: one claim line of a row of the worklist that anybody edited, with the row's status and whether it asks for work still: what was sent, is settled or is not valid does not. Units: none.
select
  c.claim_line_key,
  s.worklist_status,
  coalesce(s.worklist_status in ('NEW', 'IN_REVIEW'), true) as is_to_work
from int_worklist_claim as c
inner join int_worklist_state as s
  on c.billing_npi = s.billing_npi and c.worklist_claim_key = s.worklist_claim_key and c.payer = s.payer
