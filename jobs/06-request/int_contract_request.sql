-- Grain: one price key and contract: those that lines ask for, and whatever else was done on days alike, which ranks beside them.
with day_of_contract as (
  select distinct
    contract,
    coalesce(day_service_key, price_key) as day_service_key
  from int_price_wanted
  where contract is not null
),
price as (
  select distinct
    price_key,
    service_key,
    coalesce(day_service_key, price_key) as day_service_key,
    day_service_key is not null as is_beside_others,
    ordinal
  from int_price_wanted
)
select
  p.price_key,
  d.contract,
  p.service_key,
  p.day_service_key,
  p.is_beside_others,
  p.ordinal
from day_of_contract as d
inner join price as p
  on d.day_service_key = p.day_service_key
