-- Grain: one service and scenario: what its modifiers ask for. Percents are of the fee, 100 is the whole.
with request_modifier as (
  select
    service_key,
    scenario,
    pricing_date,
    explode_outer(array_compact(array(hcpcs_modifier_1, hcpcs_modifier_2, hcpcs_modifier_3, hcpcs_modifier_4))) as modifier
  from int_service_request
)
select
  r.service_key,
  r.scenario,
  coalesce(max(r.modifier) filter (where e.effect = 'component'), '') as component,
  count(distinct r.modifier) filter (where e.effect = 'component') > 1 as has_two_components,
  max(r.modifier) filter (where e.effect = 'component_or_by_report') as optional_component,
  coalesce(max(e.effect = 'bilateral'), false) as is_bilateral,
  coalesce(max(e.effect = 'multiple'), false) as is_multiple,
  max(r.modifier) filter (where e.effect in ('left_side', 'right_side')) as side,
  count(distinct r.modifier) filter (where e.effect in ('left_side', 'right_side')) > 1 as has_both_sides,
  max(e.effect) filter (
    where e.effect in ('preoperative', 'preoperative_and_intraoperative', 'intraoperative', 'postoperative')
  ) as global_part,
  count(distinct e.effect) filter (
    where e.effect in ('preoperative', 'preoperative_and_intraoperative', 'intraoperative', 'postoperative')
  ) > 1 as has_two_global_parts,
  max(if(e.effect = 'assistant_by_practitioner', 'assistant_at_surgery', e.effect)) filter (
    where e.effect in ('assistant_at_surgery', 'assistant_by_practitioner', 'co_surgeon', 'team_surgeon')
  ) as surgeon_role,
  count(distinct r.modifier) filter (
    where e.effect in ('assistant_at_surgery', 'assistant_by_practitioner', 'co_surgeon', 'team_surgeon')
  ) > 1 as has_two_surgeon_roles,
  min(e.percent) as surgeon_role_percent,
  coalesce(max(e.effect = 'assistant_by_practitioner'), false) as is_credential_in_percent,
  coalesce(max(e.effect = 'by_report'), false) as is_by_report,
  coalesce(max(e.effect = 'unpriced'), false) as has_unpriced_modifier,
  coalesce(max(r.modifier is not null and e.effect is null), false) as has_unknown_modifier
from request_modifier as r
left join modifier_effect as e
  on r.modifier = e.modifier
  and r.pricing_date >= e.effective_from_date
  and r.pricing_date <= coalesce(e.effective_to_date, date'9999-12-31')
group by r.service_key, r.scenario
