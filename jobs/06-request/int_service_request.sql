-- Grain: one distinct service and scenario, with what the scenario asks for in place of what was billed. A modifier for both sides is never left out: it decides what ranks first.
with bilateral_modifier_set as (
  select coalesce(collect_set(modifier), array()) as modifiers
  from modifier_effect
  where effect = 'bilateral'
),
asked_scenario as (
  select
    s.*,
    array_except(coalesce(s.left_out_modifiers, array()), b.modifiers) as modifiers_left_out,
    coalesce(s.left_out_credentials, array()) as credentials_left_out
  from price_scenario as s
  cross join bilateral_modifier_set as b
)
select
  v.service_key,
  s.scenario,
  v.hcpcs_code,
  if(array_contains(s.modifiers_left_out, v.hcpcs_modifier_1), null, v.hcpcs_modifier_1) as hcpcs_modifier_1,
  if(array_contains(s.modifiers_left_out, v.hcpcs_modifier_2), null, v.hcpcs_modifier_2) as hcpcs_modifier_2,
  if(array_contains(s.modifiers_left_out, v.hcpcs_modifier_3), null, v.hcpcs_modifier_3) as hcpcs_modifier_3,
  if(array_contains(s.modifiers_left_out, v.hcpcs_modifier_4), null, v.hcpcs_modifier_4) as hcpcs_modifier_4,
  v.payment_system,
  v.setting,
  -- Another setting is asked for as its typical place.
  if(s.is_facility <> v.is_facility, p.place_of_service_code, v.place_of_service_code) as place_of_service_code,
  coalesce(s.is_facility, v.is_facility) as is_facility,
  coalesce(s.carrier, v.carrier) as carrier,
  coalesce(s.locality, v.locality) as locality,
  v.wage_index,
  v.price_period_date,
  coalesce(s.pricing_date, c.effective_from_date, v.price_period_date) as pricing_date,
  s.work_rvu_date,
  s.release as asked_release,
  if(
    coalesce(s.apm_status, v.apm_status) = 'qp',
    coalesce(s.qp_conversion_factor, s.conversion_factor), s.conversion_factor
  ) as asked_conversion_factor,
  coalesce(s.apm_status, v.apm_status) as apm_status,
  v.participation,
  if(array_contains(s.credentials_left_out, v.credential), null, v.credential) as credential,
  v.unit_quantity,
  v.given_rank,
  coalesce(s.left_out_rules, array()) as left_out_rules
from (select distinct service_key, scenario from int_price_request) as r
inner join int_service as v
  on r.service_key = v.service_key
inner join asked_scenario as s
  on r.scenario = s.scenario
left join release_calendar as c
  on s.release = c.release
left join place_of_service as p
  on p.is_typical and s.is_facility = p.is_facility
  and v.price_period_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
