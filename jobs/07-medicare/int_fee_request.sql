-- Grain: one service and scenario under the physician fee schedule, with the releases that price it and what its modifiers ask for. Units: percents of 100.
with physician_request as (
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
)
select
  a.* except (component, is_by_report, is_credential_in_percent),
  if(o.hcpcs_code is null, a.component, o.modifier) as component,
  a.is_modified and (a.is_by_report or (a.optional_component is not null and o.hcpcs_code is null)) as is_by_report,
  a.is_modified and a.is_credential_in_percent as is_credential_in_percent,
  if(a.is_modified, a.asked_global_part, null) as global_part,
  if(a.is_modified, a.asked_surgeon_role, null) as surgeon_role
from physician_request as a
left join relative_value as o
  on a.release = o.release and a.hcpcs_code = o.hcpcs_code and a.optional_component = o.modifier
