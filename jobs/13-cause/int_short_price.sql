-- Grain: one price key, payer class and contract of a line that was allowed too little, with everything that its price was made of. Units: US dollars; percents of 100; a percent of Medicare is 100 for Medicare itself.
with price as (
  select distinct price_key, payer_class, contract, full_price_amount
  from int_short_line
  where full_price_amount is not null
),
agreed_price as (
  select
    p.price_key,
    p.payer_class,
    p.contract,
    p.full_price_amount,
    if(p.payer_class = 'medicare', 'percent_of_medicare', b.method) as method,
    if(p.payer_class = 'medicare', 'as_billed', b.medicare_scenario) as medicare_scenario,
    if(p.payer_class = 'medicare', cast(100 as decimal(7,3)), b.percent) as percent,
    b.base_amount,
    coalesce(b.escalator_factor, cast(1 as decimal(12,8))) as escalator_factor,
    coalesce(b.is_reduced_as_medicare, true) as is_reduced_as_medicare,
    c.counted_unit_quantity as contract_unit_quantity,
    c.bilateral_percent as contract_bilateral_percent,
    coalesce(b.modifier_percent, cast(100 as decimal(16,6))) as modifier_percent,
    coalesce(b.credential_percent, cast(100 as decimal(7,3))) as credential_percent,
    if(p.payer_class = 'medicare' or b.medicare_modifier_percent is not null, 1, 0) as is_modified_as_medicare,
    if(p.payer_class = 'medicare' or b.method = 'percent_of_medicare', 1, 0) as is_of_medicare
  from price as p
  left join int_contract_base as b
    on p.price_key = b.price_key and p.contract = b.contract and p.payer_class <> 'medicare'
  left join int_contract_price as c
    on p.price_key = c.price_key and p.contract = c.contract and p.payer_class <> 'medicare'
)
select
  a.price_key,
  a.payer_class,
  a.contract,
  r.service_key,
  v.payment_system,
  v.hcpcs_code,
  a.full_price_amount,
  a.method,
  a.medicare_scenario,
  a.percent,
  a.base_amount,
  a.escalator_factor,
  a.modifier_percent,
  a.credential_percent,
  if(a.is_modified_as_medicare = 1, coalesce(m.modifier_percent, cast(100 as decimal(7,3))), cast(100 as decimal(7,3))) as medicare_modifier_percent,
  if(a.is_of_medicare = 1, coalesce(m.credential_percent, cast(100 as decimal(7,3))), cast(100 as decimal(7,3))) as medicare_credential_percent,
  if(a.is_of_medicare = 1, coalesce(m.participation_percent, cast(100 as decimal(7,3))), cast(100 as decimal(7,3))) as participation_percent,
  coalesce(a.contract_bilateral_percent, m.bilateral_percent, cast(100 as decimal(7,3))) as bilateral_percent,
  coalesce(m.side_percent, cast(100 as decimal(7,3))) as side_percent,
  v.unit_quantity,
  coalesce(if(a.contract is null or a.payer_class = 'medicare', m.counted_unit_quantity, a.contract_unit_quantity), v.unit_quantity) as counted_unit_quantity,
  if(a.is_reduced_as_medicare, coalesce(m.rank_reduction_amount, 0), cast(0 as decimal(18,6))) as rank_reduction_amount,
  if(a.is_reduced_as_medicare, coalesce(m.endoscopic_reduction_amount, 0), cast(0 as decimal(12,2))) as endoscopic_reduction_amount,
  if(a.is_of_medicare = 1, m.opps_cap_amount, null) as opps_cap_amount,
  m.fee_amount,
  m.component,
  m.work_rvu,
  m.pe_rvu,
  m.mp_rvu,
  m.work_gpci,
  m.pe_gpci,
  m.mp_gpci,
  m.conversion_factor,
  m.release,
  m.pricing_date,
  v.price_period_date,
  i.is_facility,
  i.carrier,
  i.locality,
  i.apm_status,
  coalesce(d.is_ranked, false) as is_ranked
from agreed_price as a
inner join (select distinct price_key, service_key from int_price_wanted) as r
  on a.price_key = r.price_key
inner join int_service as v
  on r.service_key = v.service_key
left join int_medicare_price as m
  on a.price_key = m.price_key and a.medicare_scenario = m.scenario
left join int_service_request as i
  on r.service_key = i.service_key and a.medicare_scenario = i.scenario
left join int_day_code as d
  on v.payment_system = d.payment_system and v.hcpcs_code = d.hcpcs_code
where a.method in ('percent_of_medicare', 'fee_schedule', 'fixed_amount')
