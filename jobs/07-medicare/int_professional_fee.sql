-- Grain: one service and scenario under the physician fee schedule: the full fee of one unit, what changes it, or the reason why there is none. Units: US dollars; percents of 100; exact amounts are not rounded.
with asked as (
  select
    q.*,
    m.component,
    m.has_two_components,
    m.optional_component,
    not array_contains(q.left_out_rules, 'modifiers') as is_modified,
    (m.is_bilateral or m.has_both_sides) and not array_contains(q.left_out_rules, 'bilateral') as is_bilateral,
    m.is_multiple,
    m.side,
    m.global_part as asked_global_part,
    m.has_two_global_parts,
    m.surgeon_role as asked_surgeon_role,
    m.has_two_surgeon_roles,
    m.surgeon_role_percent,
    m.is_credential_in_percent,
    m.is_by_report,
    m.has_unpriced_modifier,
    m.has_unknown_modifier,
    coalesce(q.asked_release, rv.release) as release,
    q.asked_release is null and coalesce(rv.is_later_release, false) as is_later_release,
    q.asked_release is null and coalesce(rv.is_earlier_release or rg.is_earlier_release, false) as is_earlier_release,
    if(q.asked_release is null, rv.release_in_force, null) as release_in_force,
    if(
      array_contains(q.left_out_rules, 'unit_limit'), null,
      ru.release_in_force is null or ru.release <=> ru.release_in_force
    ) as is_unit_limit_in_force,
    rg.release as gpci_release,
    rw.release as work_rvu_release
  from int_service_request as q
  inner join int_modifier_summary as m
    on q.service_key = m.service_key and q.scenario = m.scenario
  left join int_release_in_force as rv
    on rv.kind = 'relative_value' and q.pricing_date = rv.pricing_date
  left join int_release_in_force as rg
    on rg.kind = 'gpci' and q.pricing_date = rg.pricing_date
  left join int_release_in_force as rw
    on rw.kind = 'relative_value' and q.work_rvu_date = rw.pricing_date
  left join int_release_in_force as ru
    on ru.kind = 'unit_limit' and q.pricing_date = ru.pricing_date
  where q.payment_system = 'physician'
),
request as (
  select
    a.* except (component, is_by_report, is_credential_in_percent),
    if(o.hcpcs_code is null, a.component, o.modifier) as component,
    a.is_modified and (a.is_by_report or (a.optional_component is not null and o.hcpcs_code is null)) as is_by_report,
    a.is_modified and a.is_credential_in_percent as is_credential_in_percent,
    if(a.is_modified, a.asked_global_part, null) as global_part,
    if(a.is_modified, a.asked_surgeon_role, null) as surgeon_role
  from asked as a
  left join relative_value as o
    on a.release = o.release and a.hcpcs_code = o.hcpcs_code and a.optional_component = o.modifier
),
valued as (
  select
    q.*,
    v.status_code,
    coalesce(w.work_rvu, v.work_rvu) as work_rvu,
    if(q.is_facility, v.facility_pe_rvu, v.non_facility_pe_rvu) as pe_rvu,
    v.mp_rvu,
    if(q.is_facility, v.is_facility_na, v.is_non_facility_na) as is_setting_na,
    v.pctc_indicator,
    v.global_days,
    case q.global_part
      when 'preoperative' then v.preoperative_share
      when 'preoperative_and_intraoperative' then v.preoperative_share + v.intraoperative_share
      when 'intraoperative' then if(v.global_days = '000', 1, v.intraoperative_share)
      when 'postoperative' then v.postoperative_share
    end as global_share,
    v.multiple_procedure_indicator,
    v.bilateral_indicator,
    v.imaging_family_indicator,
    v.endoscopic_base_code,
    case q.surgeon_role
      when 'assistant_at_surgery' then v.assistant_surgeon_indicator
      when 'co_surgeon' then v.co_surgeon_indicator
      when 'team_surgeon' then v.team_surgeon_indicator
    end as surgeon_role_indicator,
    if(q.is_facility, v.opps_facility_pe_rvu, v.opps_non_facility_pe_rvu) as opps_pe_rvu,
    v.opps_mp_rvu,
    -- With the floor as published while the law has one; else the locality's own. A file that gives
    -- the floor alone does not say whose index is below it.
    case
      when wf.floor_index is not null and not array_contains(q.left_out_rules, 'work_floor') then greatest(g.work_gpci, wf.floor_index)
      when g.work_gpci_without_floor is not null then g.work_gpci_without_floor
      when g.work_gpci <> 1 then g.work_gpci
    end as work_gpci,
    g.locality is not null as is_locality_known,
    g.pe_gpci,
    g.mp_gpci,
    coalesce(q.asked_conversion_factor, f.conversion_factor) as conversion_factor,
    if(q.is_facility, o.facility_amount, o.non_facility_amount) as listed_cap_amount,
    s.pricing_status as fee_pricing_status,
    any_code.hcpcs_code is not null as is_code_known,
    array_contains(k.releases, q.release) as is_release_known,
    x.release is not null as is_extract,
    pc.work_rvu as professional_work_rvu,
    if(q.is_facility, pc.facility_pe_rvu, pc.non_facility_pe_rvu) as professional_pe_rvu,
    pc.mp_rvu as professional_mp_rvu,
    tc.work_rvu as technical_work_rvu,
    if(q.is_facility, tc.facility_pe_rvu, tc.non_facility_pe_rvu) as technical_pe_rvu,
    tc.mp_rvu as technical_mp_rvu,
    eb.work_rvu as base_work_rvu,
    if(q.is_facility, eb.facility_pe_rvu, eb.non_facility_pe_rvu) as base_pe_rvu,
    eb.mp_rvu as base_mp_rvu
  from request as q
  left join relative_value as v
    on q.release = v.release and q.hcpcs_code = v.hcpcs_code and q.component = coalesce(v.modifier, '')
  cross join (select collect_set(release) as releases from relative_value) as k
  left join (select distinct release, hcpcs_code from relative_value) as any_code
    on q.release = any_code.release and q.hcpcs_code = any_code.hcpcs_code
  left join (select distinct release from reference_extract where reference_table = 'relative_value') as x
    on q.release = x.release
  left join relative_value as pc
    on q.release = pc.release and q.hcpcs_code = pc.hcpcs_code and pc.modifier = '26' and q.component = ''
  left join relative_value as tc
    on q.release = tc.release and q.hcpcs_code = tc.hcpcs_code and tc.modifier = 'TC' and q.component = ''
  left join relative_value as eb
    on q.release = eb.release and v.endoscopic_base_code = eb.hcpcs_code and eb.modifier is null
  left join relative_value as w
    on q.work_rvu_release = w.release and q.hcpcs_code = w.hcpcs_code and q.component = coalesce(w.modifier, '')
  left join gpci as g
    on q.gpci_release = g.release and q.carrier = g.carrier and q.locality = g.locality
  left join work_index_floor as wf
    on q.pricing_date between wf.effective_from_date and coalesce(wf.effective_to_date, date'9999-12-31')
  left join conversion_factor as f
    on q.pricing_date between f.effective_from_date and f.effective_to_date
    and f.apm_status in ('any', q.apm_status)
  left join opps_cap as o
    on q.release = o.release and q.hcpcs_code = o.hcpcs_code and q.component = coalesce(o.modifier, '')
    and q.carrier = o.carrier and q.locality = o.locality
  left join fee_status as s
    on v.status_code = s.status_code
),
unit_limit as (
  select d.pricing_date, e.hcpcs_code, max_by(e.unit_limit, e.effective_from_date) as unit_limit
  from (select distinct pricing_date from int_service_request) as d
  inner join medically_unlikely_edit as e
    on e.effective_from_date <= d.pricing_date
  group by d.pricing_date, e.hcpcs_code
),
ruled as (
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
  from valued as v
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
),
judged as (
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
  from ruled
),
measured as (
  select
    *,
    (work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor as exact_fee_amount,
    pe_rvu * pe_gpci * conversion_factor as exact_practice_expense_amount,
    case
      when component = '26' or pctc_indicator = '2' then (work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor
      else (professional_work_rvu * work_gpci + professional_pe_rvu * pe_gpci + professional_mp_rvu * mp_gpci) * conversion_factor
    end as exact_professional_amount,
    case
      when component = 'TC' or pctc_indicator = '3' then (work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor
      else (technical_work_rvu * work_gpci + technical_pe_rvu * pe_gpci + technical_mp_rvu * mp_gpci) * conversion_factor
    end as exact_technical_amount,
    (base_work_rvu * work_gpci + base_pe_rvu * pe_gpci + base_mp_rvu * mp_gpci) * conversion_factor as exact_base_amount,
    least(
      if(opps_pe_rvu > 0, round((work_rvu * work_gpci + opps_pe_rvu * pe_gpci + opps_mp_rvu * mp_gpci) * conversion_factor, 2), null),
      listed_cap_amount
    ) as opps_cap_amount
  from judged
)
select
  service_key,
  scenario,
  payment_system,
  hcpcs_code,
  component,
  side,
  is_multiple,
  unit_quantity,
  given_rank,
  pricing_date,
  pricing_status,
  release,
  is_later_release,
  is_earlier_release,
  release_in_force,
  is_unit_limit_in_force,
  status_code,
  coalesce(is_setting_na, false) as is_setting_na,
  work_rvu,
  pe_rvu,
  mp_rvu,
  work_gpci,
  pe_gpci,
  mp_gpci,
  conversion_factor,
  cast(round(exact_fee_amount, 2) as decimal(12,2)) as fee_amount,
  cast(exact_fee_amount as decimal(20,9)) as exact_fee_amount,
  cast(exact_practice_expense_amount as decimal(20,9)) as exact_practice_expense_amount,
  cast(exact_professional_amount as decimal(20,9)) as exact_professional_amount,
  cast(exact_technical_amount as decimal(20,9)) as exact_technical_amount,
  cast(round(exact_base_amount, 2) as decimal(12,2)) as endoscopic_base_amount,
  if(array_contains(left_out_rules, 'opps_cap'), null, cast(opps_cap_amount as decimal(12,2))) as opps_cap_amount,
  if(array_contains(left_out_rules, 'multiple_procedures'), null, multiple_procedure_indicator) as multiple_procedure_indicator,
  imaging_family_indicator,
  if(array_contains(left_out_rules, 'multiple_procedures'), null, endoscopic_base_code) as endoscopic_base_code,
  cast(if(is_bilateral, coalesce(both_sides_percent, 100), 100) as decimal(7,3)) as bilateral_percent,
  if(is_pair_of_lines and side is not null and not is_bilateral and not array_contains(left_out_rules, 'bilateral'), both_sides_percent, null) as pair_percent,
  cast(if(is_modified, coalesce(surgeon_role_percent, 100) * coalesce(global_share, 1), 100) as decimal(7,3)) as modifier_percent,
  if(is_credential_in_percent or array_contains(left_out_rules, 'credential'), cast(100 as decimal(7,3)), coalesce(credential_percent, cast(100 as decimal(7,3)))) as credential_percent,
  if(array_contains(left_out_rules, 'participation'), cast(100 as decimal(7,3)), participation_percent) as participation_percent,
  limiting_charge_percent
from measured
