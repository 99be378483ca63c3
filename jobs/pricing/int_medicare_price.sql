-- Grain: one price request with its Medicare price or the reason why there is none. Units: US dollars; medicare_unit_amount is one unit, medicare_allowed_amount all.
with found as (
  select
    q.*,
    m.has_two_components,
    m.has_unpriced_modifier,
    m.has_unknown_modifier,
    rv.release,
    coalesce(rv.is_later_release, false) as is_later_release,
    v.status_code,
    v.work_rvu,
    if(q.is_facility, v.facility_pe_rvu, v.non_facility_pe_rvu) as pe_rvu,
    v.mp_rvu,
    if(q.is_facility, v.is_facility_na, v.is_non_facility_na) as is_setting_na,
    if(q.is_facility, v.opps_facility_pe_rvu, v.opps_non_facility_pe_rvu) as opps_pe_rvu,
    v.opps_mp_rvu,
    g.work_gpci,
    g.pe_gpci,
    g.mp_gpci,
    f.conversion_factor,
    if(q.is_facility, o.facility_amount, o.non_facility_amount) as listed_cap_amount,
    s.pricing_status as fee_pricing_status,
    any_code.hcpcs_code is not null as is_code_known
  from int_price_request as q
  inner join int_modifier_summary as m
    on q.price_key = m.price_key
  left join int_release_in_force as rv
    on rv.kind = 'relative_value' and q.price_period_date = rv.price_period_date
  left join relative_value as v
    on rv.release = v.release and q.hcpcs_code = v.hcpcs_code and m.component = coalesce(v.modifier, '')
  left join (select distinct release, hcpcs_code from relative_value) as any_code
    on rv.release = any_code.release and q.hcpcs_code = any_code.hcpcs_code
  left join int_release_in_force as rg
    on rg.kind = 'gpci' and q.price_period_date = rg.price_period_date
  left join gpci as g
    on rg.release = g.release and q.carrier = g.carrier and q.locality = g.locality
  left join conversion_factor as f
    on q.price_period_date between f.effective_from_date and f.effective_to_date
    and f.apm_status in ('any', q.apm_status)
  left join opps_cap as o
    on rv.release = o.release and q.hcpcs_code = o.hcpcs_code and m.component = coalesce(o.modifier, '')
    and q.carrier = o.carrier and q.locality = o.locality
  left join fee_status as s
    on v.status_code = s.status_code
),
judged as (
  select
    *,
    case
      when hcpcs_code is null then 'NO_CODE'
      when price_period_date is null then 'NO_SERVICE_DATE'
      when is_facility is null then 'UNKNOWN_PLACE_OF_SERVICE'
      when release is null or conversion_factor is null then 'NO_RELEASE'
      when not is_code_known then 'NO_FEE'
      when has_two_components or status_code is null then 'NO_COMPONENT_FEE'
      when fee_pricing_status is null then 'UNKNOWN_STATUS_CODE'
      when fee_pricing_status <> 'PRICED' then fee_pricing_status
      when work_rvu + pe_rvu + mp_rvu = 0 then 'CARRIER_PRICED'
      when has_unknown_modifier then 'UNKNOWN_MODIFIER'
      when has_unpriced_modifier then 'MODIFIER_NOT_PRICED'
      when is_rank_unknown then 'MULTIPLE_PROCEDURES'
      when work_gpci is null then 'UNKNOWN_LOCALITY'
      when unit_quantity is null or unit_quantity <= 0 then 'NO_UNITS'
      else 'PRICED'
    end as pricing_status
  from found
),
priced as (
  select
    *,
    round((work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor, 2) as fee_amount,
    if(
      opps_pe_rvu > 0,
      round((work_rvu * work_gpci + opps_pe_rvu * pe_gpci + opps_mp_rvu * mp_gpci) * conversion_factor, 2),
      null
    ) as formula_cap_amount
  from judged
)
select
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
  is_rank_unknown,
  pricing_status,
  release,
  is_later_release,
  status_code,
  coalesce(is_setting_na, false) as is_setting_na,
  work_rvu,
  pe_rvu,
  mp_rvu,
  work_gpci,
  pe_gpci,
  mp_gpci,
  conversion_factor,
  cast(least(formula_cap_amount, listed_cap_amount) as decimal(12,2)) as opps_cap_amount,
  cast(if(pricing_status = 'PRICED', least(fee_amount, formula_cap_amount, listed_cap_amount), null) as decimal(12,2)) as medicare_unit_amount,
  cast(if(pricing_status = 'PRICED', round(least(fee_amount, formula_cap_amount, listed_cap_amount) * unit_quantity, 2), null) as decimal(12,2)) as medicare_allowed_amount
from priced
