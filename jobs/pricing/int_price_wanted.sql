-- Grain: one price key, payer class and contract that lines ask for, whatever their number.
select distinct
  price_key,
  service_key,
  day_service_key,
  ordinal,
  payer_class,
  contract
from int_price_key
