-- Grain: one line and way to come to its allowed amount to the cent: a percent of Medicare in tenths under a scenario, a conversion factor for Medicare's relative values, an amount a unit, a percent of the charge in tenths. Units: percents of 100; US dollars a relative value unit or a unit. A charge that was allowed in full says nothing but itself.
with priced_line as (
  select
    l.*,
    m.scenario,
    m.medicare_fee_amount,
    m.pricing_date,
    m.work_rvu * m.work_gpci + m.pe_rvu * m.pe_gpci + m.mp_rvu * m.mp_gpci as unit_rvu,
    -- What modifiers, ranks and units leave of the line, in units of the fee.
    cast(round(m.medicare_fee_amount / nullif(m.fee_amount, 0), 3) as decimal(12,3)) as fee_quantity
  from int_rate_line as l
  inner join int_medicare_price as m
    on l.price_key = m.price_key
  where m.pricing_status = 'PRICED'
    and m.medicare_fee_amount > 0
    and l.allowed_amount <> l.charge_amount
),
percent_candidate as (
  select
    p.*,
    'percent_of_medicare' as method,
    cast(round(allowed_amount * 100 / medicare_fee_amount, 1) + step.step * 0.1 as decimal(12,4)) as rate
  from priced_line as p
  -- Of a small amount several tenths round to the same cents.
  cross join (select explode(array(-2, -1, 0, 1, 2)) as step) as step
),
amount_candidate as (
  select
    p.*,
    'fixed_amount' as method,
    cast(round(allowed_amount / fee_quantity, 2) + step.step * 0.01 as decimal(12,4)) as rate
  from priced_line as p
  cross join (select explode(array(-2, -1, 0, 1, 2)) as step) as step
  -- The year and the setting's rate do not matter to an amount; whether it is reduced does.
  where scenario in ('as_billed', :unreduced_scenario) and fee_quantity > 0
),
factor_candidate as (
  select
    p.*,
    'conversion_factor' as method,
    cast(round(allowed_amount / (fee_quantity * unit_rvu), 2) as decimal(12,4)) as rate
  from priced_line as p
  where scenario = 'as_billed' and fee_quantity > 0 and unit_rvu > 0
  union all
  -- Medicare's own of other days.
  select p.*, 'conversion_factor', cast(f.conversion_factor as decimal(12,4))
  from priced_line as p
  inner join (select distinct conversion_factor from conversion_factor) as f
    on f.conversion_factor * 100 <> cast(round(f.conversion_factor * 100, 0) as decimal(12,4))
  where p.scenario = 'as_billed' and p.fee_quantity > 0
),
charge_candidate as (
  select
    l.*,
    'as_billed' as scenario,
    'percent_of_charge' as method,
    cast(round(allowed_amount * 100 / charge_amount, 1) as decimal(12,4)) as rate
  from int_rate_line as l
  where l.charge_amount > 0 and l.allowed_amount < l.charge_amount
),
candidate as (
  select claim_line_key, payer, hcpcs_code, setting, service_month, allowed_amount, scenario, method, rate,
    cast(round(cast(medicare_fee_amount * rate as decimal(24,8)) / 100, 2) as decimal(12,2)) as amount
  from percent_candidate
  union all
  select claim_line_key, payer, hcpcs_code, setting, service_month, allowed_amount, scenario, method, rate,
    cast(round(cast(fee_quantity * rate as decimal(24,8)), 2) as decimal(12,2))
  from amount_candidate
  union all
  select claim_line_key, payer, hcpcs_code, setting, service_month, allowed_amount, scenario, method, rate,
    cast(round(cast(round(cast(unit_rvu * rate as decimal(24,10)), 2) * fee_quantity as decimal(24,8)), 2) as decimal(12,2))
  from factor_candidate
  union all
  select claim_line_key, payer, hcpcs_code, setting, service_month, allowed_amount, scenario, method, rate,
    cast(round(cast(charge_amount * rate as decimal(24,8)) / 100, 2) as decimal(12,2))
  from charge_candidate
)
select
  claim_line_key,
  payer,
  hcpcs_code,
  setting,
  service_month,
  allowed_amount,
  scenario,
  method,
  rate
from candidate
where rate > 0 and amount = allowed_amount
