-- Grain: one service and scenario under the physician fee schedule, with the dated rules that hold for it and its pricing status. Units: percents of 100.
with unit_limit as (
  select d.pricing_date, e.hcpcs_code, max_by(e.unit_limit, e.effective_from_date) as unit_limit
  from (select distinct pricing_date from int_service_request) as d
  inner join medically_unlikely_edit as e
    on e.effective_from_date <= d.pricing_date
  group by d.pricing_date, e.hcpcs_code
),
ruled_fee as (
  select
    v.*,
    b.both_sides_percent,
    coalesce(b.is_pair_of_lines, false) as is_pair_of_lines,
    r.pricing_status as surgeon_role_status,
    n.pctc_indicator is not null and (v.is_setting_na or not n.is_na_required)
    and not array_contains(v.left_out_rules, 'payable_setting') as is_not_payable_here,
    if(array_contains(v.left_out_rules, 'unit_limit'), null, e.unit_limit) as unit_limit,
    c.percent as credential_percent,
    p.percent as participation_percent,
    p.limiting_charge_percent
  from int_fee_value as v
  left join bilateral_rule as b
    on v.bilateral_indicator = b.bilateral_indicator
    and v.pricing_date between b.effective_from_date and coalesce(b.effective_to_date, date'9999-12-31')
  left join surgeon_role_rule as r
    on v.surgeon_role = r.surgeon_role and v.surgeon_role_indicator = r.indicator
    and v.pricing_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
  left join setting_rule as n
    on v.pctc_indicator = n.pctc_indicator and v.component = coalesce(n.modifier, '')
    and v.place_of_service_code = n.place_of_service_code
    and v.pricing_date between n.effective_from_date and coalesce(n.effective_to_date, date'9999-12-31')
  left join unit_limit as e
    on v.hcpcs_code = e.hcpcs_code and v.pricing_date = e.pricing_date
  left join credential_rule as c
    on v.credential = c.credential
    and v.pricing_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
  left join participation_rule as p
    on v.participation = p.participation
    and v.pricing_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
)
select
  *,
  case
    when hcpcs_code is null then 'NO_CODE'
    when pricing_date is null then 'NO_SERVICE_DATE'
    when is_facility is null then 'UNKNOWN_PLACE_OF_SERVICE'
    when release is null or gpci_release is null or conversion_factor is null then 'NO_RELEASE'
    when not is_release_known then 'NO_RELEASE'
    when work_rvu_date is not null and work_rvu_release is null then 'NO_RELEASE'
    when not is_code_known then if(is_extract, 'NOT_IN_EXTRACT', 'NO_FEE')
    when has_two_components or status_code is null then 'NO_COMPONENT_FEE'
    when fee_pricing_status is null then 'UNKNOWN_STATUS_CODE'
    when fee_pricing_status not in ('PRICED', 'CARRIER_PRICED') then fee_pricing_status
    when is_not_payable_here then 'NOT_PAYABLE_IN_SETTING'
    when fee_pricing_status <> 'PRICED' then fee_pricing_status
    when work_rvu + pe_rvu + mp_rvu = 0 then 'CARRIER_PRICED'
    when has_unknown_modifier then 'UNKNOWN_MODIFIER'
    when is_modified and has_unpriced_modifier then 'MODIFIER_NOT_PRICED'
    when is_by_report then 'BY_REPORT'
    when is_modified and (has_two_global_parts or has_two_surgeon_roles) then 'MODIFIER_NOT_APPLICABLE'
    when is_bilateral and both_sides_percent is null then 'MODIFIER_NOT_APPLICABLE'
    when global_part is not null and coalesce(global_share, 0) = 0 then 'MODIFIER_NOT_APPLICABLE'
    when surgeon_role is not null and surgeon_role_status is null then 'UNKNOWN_STATUS_CODE'
    when surgeon_role is not null and surgeon_role_status <> 'PRICED' then surgeon_role_status
    when credential is not null and credential_percent is null then 'UNKNOWN_CREDENTIAL'
    when participation_percent is null then 'UNKNOWN_PARTICIPATION'
    when not is_locality_known then 'UNKNOWN_LOCALITY'
    when work_gpci is null then 'NO_WORK_INDEX'
    when unit_quantity is null or unit_quantity <= 0 then 'NO_UNITS'
    when unit_quantity > unit_limit then 'UNITS_OVER_LIMIT'
    else 'PRICED'
  end as pricing_status
from ruled_fee
