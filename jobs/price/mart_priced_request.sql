-- Grain: one row of the request file, in its order, with its Medicare price or the reason why there is none. Units: US dollars.
select
  r.request_number,
  r.hcpcs_code,
  r.hcpcs_modifier_1,
  r.hcpcs_modifier_2,
  r.hcpcs_modifier_3,
  r.hcpcs_modifier_4,
  r.place_of_service_code,
  r.service_date,
  r.carrier,
  r.locality,
  r.units,
  r.charge_amount,
  r.apm,
  m.pricing_status,
  m.medicare_allowed_amount,
  m.work_rvu,
  m.pe_rvu,
  m.mp_rvu,
  m.work_gpci,
  m.pe_gpci,
  m.mp_gpci,
  m.conversion_factor,
  m.release,
  m.is_later_release,
  m.is_setting_na,
  m.status_code,
  m.opps_cap_amount,
  m.medicare_unit_amount
from price_request as r
inner join int_price_key as k
  on r.request_number = k.line_key
inner join int_medicare_price as m
  on k.price_key = m.price_key
order by r.request_number
