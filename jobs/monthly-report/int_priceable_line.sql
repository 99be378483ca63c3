-- Grain: one current claim line that has to be priced, as billed.
select
  claim_line_key as line_key,
  payer,
  payer_class,
  'as_billed' as scenario,
  hcpcs_code,
  hcpcs_modifier_1,
  hcpcs_modifier_2,
  hcpcs_modifier_3,
  hcpcs_modifier_4,
  is_facility,
  carrier,
  locality,
  service_date,
  :apm_status as apm_status,
  service_unit_quantity as unit_quantity,
  cast(null as int) as procedure_rank,
  is_rank_unknown
from int_billed_line
where line_status = 'current'
