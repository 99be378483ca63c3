-- Grain: one distinct price and scenario: a service as billed, among the other services of days alike where they matter.
select
  k.price_key,
  s.scenario,
  k.service_key,
  k.day_service_key,
  k.ordinal
from (select distinct price_key, service_key, day_service_key, ordinal from int_price_key) as k
cross join price_scenario as s
