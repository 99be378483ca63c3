-- Grain: one contract, term, code and setting, or what no term prices: lines that the payer answered first, did not deny and allowed something for, and those that the contract gives to the cent. Units: lines, US dollars; a fee schedule is one term, whatever its rows. at_charge lines have a charge below the price and were allowed that charge, at_price lines the price all the same.
with line as (
  select
    l.contract,
    l.hcpcs_code,
    l.setting,
    l.allowed_amount,
    l.charge_amount,
    c.method,
    if(c.method = 'fee_schedule', null, c.source_line) as source_line,
    cast(coalesce(c.contract_amount, round(l.charge_amount * c.charge_percent / 100, 2)) as decimal(12,2)) as full_price_amount
  from int_adjudicated_line as l
  left join int_contract_price as c
    on l.price_key = c.price_key and l.contract = c.contract and c.contract_status = 'PRICED'
  where l.line_status = 'current'
    and l.is_adjudicated
    and l.adjudicated_sequence = 'P'
    and not l.is_denied
    and not l.is_capitated
    and l.allowed_amount > 0
    and l.service_month between :first_month and :last_month
    and l.contract is not null
)
select
  contract,
  method,
  source_line,
  hcpcs_code,
  setting,
  count(*) as line_count,
  count_if(allowed_amount = full_price_amount) as at_price_line_count,
  count_if(full_price_amount > charge_amount and allowed_amount = charge_amount) as at_charge_line_count,
  count_if(full_price_amount > charge_amount and allowed_amount = full_price_amount) as above_charge_line_count,
  cast(sum(allowed_amount) as decimal(18,2)) as allowed_amount,
  cast(coalesce(sum(allowed_amount) filter (where allowed_amount = full_price_amount), 0) as decimal(18,2)) as at_price_amount,
  cast(coalesce(sum(allowed_amount) filter (where full_price_amount > charge_amount and allowed_amount = charge_amount), 0) as decimal(18,2)) as at_charge_amount,
  cast(coalesce(sum(allowed_amount) filter (where full_price_amount > charge_amount and allowed_amount = full_price_amount), 0) as decimal(18,2)) as above_charge_amount
from line
group by contract, method, source_line, hcpcs_code, setting
order by contract nulls last, source_line nulls last, method nulls last, hcpcs_code, setting
