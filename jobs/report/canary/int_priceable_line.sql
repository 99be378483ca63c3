-- Grain: one canary claim line, as written. day_key is one encounter of a contract and day; a line without one stands alone.
select
  cast(c.canary_number as bigint) as line_key,
  if(c.encounter is null, null, xxhash64(c.contract, c.encounter, c.service_date)) as day_key,
  c.canary_number as line_number,
  cast(null as string) as payer,
  cast(null as string) as payer_class,
  c.contract,
  c.hcpcs_code,
  c.hcpcs_modifier_1,
  c.hcpcs_modifier_2,
  c.hcpcs_modifier_3,
  c.hcpcs_modifier_4,
  'physician' as payment_system,
  p.setting,
  c.place_of_service_code,
  p.is_facility,
  c.carrier,
  c.locality,
  cast(null as decimal(6,4)) as wage_index,
  c.service_date,
  :apm_status as apm_status,
  :participation as participation,
  upper(c.credential) as credential,
  c.unit_quantity,
  cast(null as int) as given_rank
from contract_canary as c
left join place_of_service as p
  on c.place_of_service_code = p.place_of_service_code
  and c.service_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
