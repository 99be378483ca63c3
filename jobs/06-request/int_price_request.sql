-- Grain: one distinct price and scenario: a service as billed, among the other services of days alike where they matter. A contract's own scenario is asked for only where that contract holds.
select
  k.price_key,
  s.scenario,
  k.service_key,
  k.day_service_key,
  k.ordinal
from (select distinct price_key, service_key, day_service_key, ordinal from int_price_wanted) as k
cross join price_scenario as s
where s.contract is null
union all
select
  r.price_key,
  s.scenario,
  r.service_key,
  if(r.is_beside_others, r.day_service_key, null) as day_service_key,
  r.ordinal
from int_contract_request as r
inner join price_scenario as s
  on r.contract = s.contract
