-- Grain: one distinct service that must be priced, whatever the number of lines that ask for it.
select distinct
  service_key,
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
  given_rank
from int_service_line
