-- Grain: one line that has to be priced, with the key of the price that it shares with every line alike on days alike.
select
  l.line_key,
  l.payer,
  l.payer_class,
  l.contract,
  l.service_key,
  d.day_service_key,
  d.ordinal,
  if(d.day_service_key is null, l.service_key, xxhash64(l.service_key, d.day_service_key, d.ordinal)) as price_key
from int_service_line as l
left join int_day_line as d
  on l.line_key = d.line_key
