-- Grain: one payer identifier and name as claims carry them, with the practice's own name for that payer and its class.
with billed_payer as (
  select distinct
    payer_id,
    payer_name
  from int_payer_product
),
payer_by_identifier as (
  select identifier, payer, payer_class from practice_payer where kind = 'identifier'
),
payer_by_name as (
  select identifier, payer, payer_class from practice_payer where kind = 'name'
)
select
  b.payer_id,
  b.payer_name,
  coalesce(i.payer, n.payer, 'Unmapped payer') as payer,
  coalesce(i.payer_class, n.payer_class, 'unmapped') as payer_class
from billed_payer as b
left join payer_by_identifier as i
  on upper(trim(b.payer_id)) = i.identifier
left join payer_by_name as n
  on upper(trim(b.payer_name)) = n.identifier
