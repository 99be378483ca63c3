-- Grain: one price request: which relative value row its modifiers ask for, and whether one of them changes the price by a rule not held here.
with request as (
  select
    price_key,
    price_period_date,
    explode_outer(array_compact(array(hcpcs_modifier_1, hcpcs_modifier_2, hcpcs_modifier_3, hcpcs_modifier_4))) as modifier
  from int_price_request
)
select
  r.price_key,
  coalesce(max(case when e.effect = 'component' then r.modifier end), '') as component,
  count(distinct case when e.effect = 'component' then r.modifier end) > 1 as has_two_components,
  coalesce(max(e.effect = 'unpriced'), false) as has_unpriced_modifier,
  coalesce(max(r.modifier is not null and e.effect is null), false) as has_unknown_modifier
from request as r
left join modifier_effect as e
  on r.modifier = e.modifier
  and r.price_period_date >= e.effective_from_date
  and r.price_period_date <= coalesce(e.effective_to_date, date'9999-12-31')
group by r.price_key
