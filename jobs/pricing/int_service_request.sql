-- Grain: one distinct service and scenario, with what the scenario asks for in place of what was billed.
select
  v.service_key,
  s.scenario,
  v.hcpcs_code,
  v.hcpcs_modifier_1,
  v.hcpcs_modifier_2,
  v.hcpcs_modifier_3,
  v.hcpcs_modifier_4,
  v.payment_system,
  v.setting,
  v.place_of_service_code,
  coalesce(s.is_facility, v.is_facility) as is_facility,
  coalesce(s.carrier, v.carrier) as carrier,
  coalesce(s.locality, v.locality) as locality,
  v.wage_index,
  v.price_period_date,
  coalesce(s.pricing_date, c.effective_from_date, v.price_period_date) as pricing_date,
  s.release as asked_release,
  s.conversion_factor as asked_conversion_factor,
  coalesce(s.apm_status, v.apm_status) as apm_status,
  v.participation,
  v.credential,
  v.unit_quantity,
  v.given_rank,
  coalesce(s.left_out_rules, array()) as left_out_rules
from int_service as v
cross join price_scenario as s
left join release_calendar as c
  on s.release = c.release
