-- Grain: one payer identifier of remittances, with the practice's own name for that payer; null where the practice file does not know it.
select
  coalesce(p.payer_id, '') as payer_id,
  min(coalesce(i.payer, n.payer)) as payer
from payment as p
left join practice_payer as i
  on i.kind = 'identifier' and upper(trim(p.payer_id)) = i.identifier
left join practice_payer as n
  on n.kind = 'name' and upper(trim(p.payer_name)) = n.identifier
group by coalesce(p.payer_id, '')
