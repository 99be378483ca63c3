-- Grain: one price key, payer class and contract that lines ask for, as billed or as ranked without denied lines of their day, or a proposal for their payer, whatever their number.
select
  price_key,
  service_key,
  day_service_key,
  ordinal,
  payer_class,
  contract
from int_price_key
union
select
  price_key,
  service_key,
  day_service_key,
  ordinal,
  payer_class,
  contract
from int_allowed_day_line
union
select
  k.price_key,
  k.service_key,
  k.day_service_key,
  k.ordinal,
  k.payer_class,
  p.contract
from int_price_key as k
inner join contract_proposal as p
  on k.payer = p.payer
