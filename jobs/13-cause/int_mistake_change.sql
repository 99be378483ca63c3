-- Grain: one price key and contract of a line that was allowed too little, mistake and detail, with what the mistake puts in place of the right value; null leaves that value. A mistake that is null changes nothing. Units: US dollars; percents of 100.
with factor_mistake as (
  select p.*, k.mistake, k.changed, k.percent as mistaken_percent
  from int_short_price as p
  inner join payment_mistake as k
    on p.price_period_date between k.effective_from_date and coalesce(k.effective_to_date, date'9999-12-31')
    and (k.is_for_medicare or p.payer_class not in ('medicare', 'medicare_advantage'))
),
assistant_service as (
  select distinct v.service_key
  from int_service as v
  inner join modifier_effect as e
    on e.modifier in (v.hcpcs_modifier_1, v.hcpcs_modifier_2, v.hcpcs_modifier_3, v.hcpcs_modifier_4)
    and v.price_period_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
  where e.effect in ('assistant_at_surgery', 'assistant_by_practitioner')
)
select
  price_key,
  payer_class,
  contract,
  cast(null as string) as mistake,
  '' as detail,
  cast(null as decimal(12,2)) as fee_amount,
  cast(null as decimal(12,2)) as base_amount,
  cast(null as decimal(7,3)) as percent,
  cast(null as decimal(12,8)) as escalator_factor,
  cast(null as decimal(15,5)) as counted_unit_quantity,
  cast(null as decimal(7,3)) as bilateral_percent,
  cast(null as decimal(16,6)) as modifier_percent,
  cast(null as decimal(7,3)) as medicare_modifier_percent,
  cast(null as decimal(7,3)) as credential_percent
from int_short_price
union all
select price_key, payer_class, contract, mistake, detail, fee_amount, null, null, null, null, null, null, null, null
from int_mistaken_fee
union all
select price_key, payer_class, contract, mistake, detail, null, base_amount, percent, null, null, null, null, null, null
from int_mistaken_rate
union all
select k.price_key, k.payer_class, k.contract, k.mistake, '', null, null, null, cast(1 as decimal(12,8)), null, null, null, null, null
from factor_mistake as k
where k.changed = 'escalator' and k.escalator_factor > 1
union all
select k.price_key, k.payer_class, k.contract, k.mistake, '', null, null, null, e.factor, null, null, null, null, null
from factor_mistake as k
inner join contract_escalator as e
  on k.contract = e.contract and k.method = e.method and e.effective_to_date < k.price_period_date
where k.changed = 'escalator' and e.factor < k.escalator_factor and e.factor <> 1
union all
select price_key, payer_class, contract, mistake, '', null, null, null, null, null, mistaken_percent, null, null, null
from factor_mistake
where changed = 'bilateral_percent' and bilateral_percent > mistaken_percent
union all
select price_key, payer_class, contract, mistake, '', null, null, null, null, null, null, null, null, mistaken_percent
from factor_mistake
where changed = 'credential_percent' and credential_percent = 100 and medicare_credential_percent = 100
union all
select
  k.price_key, k.payer_class, k.contract, k.mistake, '', null, null, null, null, null, null,
  if(k.modifier_percent = 100, null, cast(k.mistaken_percent as decimal(16,6))), if(k.modifier_percent = 100, k.mistaken_percent, null), null
from factor_mistake as k
inner join assistant_service as a
  on k.service_key = a.service_key
where k.changed = 'assistant_percent' and if(k.modifier_percent = 100, k.medicare_modifier_percent, k.modifier_percent) > k.mistaken_percent
union all
select
  price_key, payer_class, contract, mistake, '', null, null, null, null,
  cast(unit_quantity * mistaken_percent / 100 as decimal(15,5)), null, null, null, null
from factor_mistake
where unit_quantity <= 1 and rank_reduction_amount = 0 and endoscopic_reduction_amount = 0
  and (changed = 'counted_units' and not is_ranked or changed = 'rank' and is_ranked)
  and counted_unit_quantity > unit_quantity * mistaken_percent / 100
