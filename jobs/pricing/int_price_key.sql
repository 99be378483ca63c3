-- Grain: one line that has to be priced, with the key of the price that it shares with every line alike.
select
  l.line_key,
  l.payer,
  l.payer_class,
  l.scenario,
  l.hcpcs_code,
  l.hcpcs_modifier_1,
  l.hcpcs_modifier_2,
  l.hcpcs_modifier_3,
  l.hcpcs_modifier_4,
  l.is_facility,
  l.carrier,
  l.locality,
  p.price_period_date,
  l.apm_status,
  l.unit_quantity,
  l.procedure_rank,
  l.is_rank_unknown,
  xxhash64(concat_ws(
    '|',
    l.scenario,
    coalesce(l.hcpcs_code, ''),
    coalesce(l.hcpcs_modifier_1, ''),
    coalesce(l.hcpcs_modifier_2, ''),
    coalesce(l.hcpcs_modifier_3, ''),
    coalesce(l.hcpcs_modifier_4, ''),
    coalesce(cast(l.is_facility as string), ''),
    coalesce(l.carrier, ''),
    coalesce(l.locality, ''),
    coalesce(cast(p.price_period_date as string), ''),
    l.apm_status,
    coalesce(cast(l.unit_quantity as string), ''),
    coalesce(cast(l.procedure_rank as string), ''),
    cast(l.is_rank_unknown as string)
  )) as price_key
from int_priceable_line as l
left join int_price_period as p
  on l.service_date = p.service_date
