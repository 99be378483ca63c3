-- Grain: one payer and setting, code family or code. Units: US dollars; multiples are shares of Medicare, weighted by Medicare dollars.
select
  payer,
  level as grouping,
  coalesce(setting, family, hcpcs_code) as group_name,
  line_count,
  unit_quantity,
  allowed_amount,
  medicare_amount,
  multiple,
  first_quartile,
  median,
  third_quartile,
  line_count < :small_number as is_small_number
from int_multiple
where level in ('setting', 'family', 'code')
order by grouping, group_name, payer
