-- Grain: one current claim line that has to be priced, as billed. day_key is one patient, day and physician.
select
  claim_line_key as line_key,
  day_key,
  claim_line_number as line_number,
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
  service_date,
  :apm_status as apm_status,
  :participation as participation,
  credential,
  service_unit_quantity as unit_quantity,
  cast(null as int) as given_rank
from int_billed_line
where line_status = 'current'
