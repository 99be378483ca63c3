-- Grain: one distinct service that must be priced, whatever the number of lines that ask for it.
select distinct
  price_key,
  scenario,
  hcpcs_code,
  hcpcs_modifier_1,
  hcpcs_modifier_2,
  hcpcs_modifier_3,
  hcpcs_modifier_4,
  is_facility,
  carrier,
  locality,
  price_period_date,
  apm_status,
  unit_quantity,
  procedure_rank,
  is_rank_unknown
from int_price_key
