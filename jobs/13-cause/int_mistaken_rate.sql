-- Grain: one price key and contract of a line that was allowed too little, mistake and detail: a rate that the payer's contracts have for the service and that is not the one that holds. Units: US dollars a unit; percents of 100.
with payer_contract as (
  select distinct a.contract, b.contract as other_contract
  from contract_payer as a
  inner join contract_payer as b
    on a.payer = b.payer
),
fitting_term as (
  select
    p.price_key,
    p.payer_class,
    p.contract,
    p.method,
    p.price_period_date,
    p.hcpcs_code,
    v.setting,
    p.component,
    t.contract as other_contract,
    t.effective_from_date,
    t.effective_to_date,
    t.percent,
    t.amount,
    t.fee_schedule
  from int_short_price as p
  inner join int_service as v
    on p.service_key = v.service_key
  inner join payer_contract as o
    on p.contract = o.contract
  inner join contract_term as t
    on o.other_contract = t.contract
    and p.method = t.method
    and (p.method <> 'percent_of_medicare' or p.medicare_scenario = t.medicare_scenario)
    and t.effective_from_date <= p.price_period_date
    and (t.code_from is null or p.hcpcs_code between t.code_from and t.code_to)
    and (t.code_from is null or translate(p.hcpcs_code, '0123456789', '9999999999') = t.code_form)
    and (t.setting is null or v.setting = t.setting)
    and (t.place_of_service_code is null or v.place_of_service_code = t.place_of_service_code)
    and (t.hcpcs_modifier is null or t.hcpcs_modifier in (v.hcpcs_modifier_1, v.hcpcs_modifier_2, v.hcpcs_modifier_3, v.hcpcs_modifier_4))
  where p.payer_class <> 'medicare'
  qualify row_number() over (partition by p.price_key, p.payer_class, p.contract, t.contract, t.effective_from_date order by t.term_rank) = 1
),
other_rate as (
  select price_key, payer_class, contract, other_contract, price_period_date, effective_to_date, percent, cast(null as decimal(12,2)) as base_amount
  from fitting_term
  where method = 'percent_of_medicare'
  union all
  select price_key, payer_class, contract, other_contract, price_period_date, effective_to_date, null, amount
  from fitting_term
  where method = 'fixed_amount'
  union all
  select
    t.price_key, t.payer_class, t.contract, t.other_contract, t.price_period_date,
    -- least skips a null: the earlier of the two ends.
    least(t.effective_to_date, f.effective_to_date), null, f.amount
  from fitting_term as t
  inner join contract_fee as f
    on t.other_contract = f.contract and t.fee_schedule = f.fee_schedule and t.hcpcs_code = f.hcpcs_code
    and coalesce(f.hcpcs_modifier, '') = coalesce(t.component, '')
    and (f.setting is null or f.setting = t.setting)
    and f.effective_from_date <= t.price_period_date
  where t.method = 'fee_schedule'
),
named_rate as (
  select
    *,
    if(effective_to_date < price_period_date, 'earlier_rate', 'other_contract') as changed,
    concat(
      if(contract = other_contract, '', concat(other_contract, ', ')),
      if(percent is null, 'amounts', concat(format_number(percent, '0.###'), '%')),
      if(effective_to_date < price_period_date, concat(' to ', date_format(effective_to_date, 'MM/dd/yyyy')), '')
    ) as detail
  from other_rate
  where coalesce(effective_to_date < price_period_date, false) or contract <> other_contract
)
select distinct
  r.price_key,
  r.payer_class,
  r.contract,
  k.mistake,
  r.detail,
  r.percent,
  r.base_amount
from named_rate as r
inner join payment_mistake as k
  on r.changed = k.changed
  and r.price_period_date between k.effective_from_date and coalesce(k.effective_to_date, date'9999-12-31')
