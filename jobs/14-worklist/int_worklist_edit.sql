-- Grain: one recorded edit of the worklist with the row that it belongs to now: of the claim that its claim replaced, and of the claim's only payer where the practice calls that otherwise today.
with claim_payer as (
  select distinct
    billing_npi,
    worklist_claim_key,
    payer
  from int_worklist_claim
  where line_status in ('current', 'superseded')
),
only_payer as (
  select
    billing_npi,
    worklist_claim_key,
    min(payer) as payer
  from claim_payer
  group by billing_npi, worklist_claim_key
  having count(*) = 1
),
placed_event as (
  select
    e.*,
    coalesce(r.first_claim_key, e.claim_key) as worklist_claim_key
  from worklist_event as e
  left join int_replaced_claim as r
    on e.billing_npi = r.billing_npi and e.claim_key = r.claim_key
)
select
  e.event_number,
  e.event_id,
  e.billing_npi,
  e.worklist_claim_key,
  coalesce(p.payer, o.payer, e.payer) as payer,
  e.claim_id,
  e.recorded_date,
  e.edited_field,
  e.edited_value,
  e.is_conflict,
  e.worklist_cause,
  coalesce(p.payer, o.payer) is not null as is_claim_known
from placed_event as e
left join claim_payer as p
  on e.billing_npi = p.billing_npi and e.worklist_claim_key = p.worklist_claim_key and e.payer = p.payer
left join only_payer as o
  on e.billing_npi = o.billing_npi and e.worklist_claim_key = o.worklist_claim_key
