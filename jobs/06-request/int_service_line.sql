-- Grain: one line that has to be priced, with the key of the service that it shares with every line alike, whatever else was done that day.
with dated_line as (
  select l.*, p.price_period_date
  from int_priceable_line as l
  left join int_price_period as p
    on l.service_date = p.service_date
)
select
  line_key,
  day_key,
  line_number,
  payer,
  payer_class,
  contract,
  hcpcs_code,
  hcpcs_modifier_1,
  hcpcs_modifier_2,
  hcpcs_modifier_3,
  hcpcs_modifier_4,
  payment_system,
  setting,
  place_of_service_code,
  is_facility,
  carrier,
  locality,
  wage_index,
  price_period_date,
  apm_status,
  participation,
  credential,
  unit_quantity,
  given_rank,
  xxhash64(
    coalesce(hcpcs_code, ''),
    coalesce(hcpcs_modifier_1, ''),
    coalesce(hcpcs_modifier_2, ''),
    coalesce(hcpcs_modifier_3, ''),
    coalesce(hcpcs_modifier_4, ''),
    payment_system,
    coalesce(setting, ''),
    coalesce(place_of_service_code, ''),
    coalesce(cast(is_facility as string), ''),
    coalesce(carrier, ''),
    coalesce(locality, ''),
    coalesce(cast(wage_index as string), ''),
    coalesce(cast(price_period_date as string), ''),
    apm_status,
    participation,
    coalesce(credential, ''),
    coalesce(cast(unit_quantity as string), ''),
    coalesce(cast(given_rank as string), '')
  ) as service_key
from dated_line
