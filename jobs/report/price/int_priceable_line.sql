-- Grain: one row of the request file, as asked. day_key is one encounter of one day; a row without one stands alone. The ZIP code of the place of service says the locality where the row does not.
select
  cast(r.request_number as bigint) as line_key,
  if(r.encounter is null, null, xxhash64(r.encounter, r.service_date)) as day_key,
  cast(r.request_number as int) as line_number,
  cast(null as string) as payer,
  cast(null as string) as payer_class,
  cast(null as string) as contract,
  upper(trim(r.hcpcs_code)) as hcpcs_code,
  upper(trim(r.hcpcs_modifier_1)) as hcpcs_modifier_1,
  upper(trim(r.hcpcs_modifier_2)) as hcpcs_modifier_2,
  upper(trim(r.hcpcs_modifier_3)) as hcpcs_modifier_3,
  upper(trim(r.hcpcs_modifier_4)) as hcpcs_modifier_4,
  coalesce(r.payment_system, 'physician') as payment_system,
  p.setting,
  lpad(trim(r.place_of_service_code), 2, '0') as place_of_service_code,
  p.is_facility,
  if(r.carrier is null and r.locality is null, z.carrier, lpad(trim(r.carrier), 5, '0')) as carrier,
  if(r.carrier is null and r.locality is null, z.locality, lpad(trim(r.locality), 2, '0')) as locality,
  r.wage_index,
  r.service_date,
  coalesce(lower(r.apm), :apm_status) as apm_status,
  coalesce(r.participation, 'participating') as participation,
  upper(r.credential) as credential,
  coalesce(r.units, 1) as unit_quantity,
  r.procedure_rank as given_rank
from price_request as r
left join place_of_service as p
  on lpad(trim(r.place_of_service_code), 2, '0') = p.place_of_service_code
  and r.service_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
left join zip_locality as z
  on r.zip_code = z.zip_code
  and r.service_date between z.effective_from_date and coalesce(z.effective_to_date, date'9999-12-31')
