-- Grain: one service and scenario under the physician fee schedule, with its relative values, indices, conversion factor and indicators. Units: relative value units, US dollars per unit; shares 0..1.
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
from int_fee_request as q
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
