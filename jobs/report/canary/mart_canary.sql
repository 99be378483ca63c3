-- Grain: one canary claim line, in the order of its file: what must be allowed, what the contract's terms make of it, and the difference. Units: US dollars.
with priced_canary as (
  select
    c.*,
    x.lesser_of,
    x.contract_status,
    x.basis,
    cast(coalesce(x.contract_amount, round(c.charge_amount * x.charge_percent / 100, 2)) as decimal(12,2)) as full_price_amount,
    coalesce(cast(k.day_key as string), concat('line ', c.canary_number)) as claim
  from contract_canary as c
  inner join int_priceable_line as k
    on c.canary_number = k.line_key
  inner join int_price_key as p
    on c.canary_number = p.line_key
  inner join int_contract_price as x
    on p.price_key = x.price_key and c.contract = x.contract
),
limited_canary as (
  select
    *,
    sum(if(full_price_amount is null, null, charge_amount)) over (partition by contract, claim)
    < sum(full_price_amount) over (partition by contract, claim) as is_limited_by_claim
  from priced_canary
),
canary_result as (
  select
    *,
    cast(case
      when full_price_amount is null then null
      when lesser_of = 'claim' and is_limited_by_claim then charge_amount
      when lesser_of = 'line' then least(full_price_amount, charge_amount)
      else full_price_amount
    end as decimal(12,2)) as found_allowed_amount
  from limited_canary
)
select
  canary_number,
  source_file,
  source_line,
  contract,
  hcpcs_code,
  expected_allowed_amount,
  contract_status,
  basis,
  found_allowed_amount,
  cast(found_allowed_amount - expected_allowed_amount as decimal(12,2)) as difference_amount,
  coalesce(found_allowed_amount = expected_allowed_amount, false) as is_met
from canary_result
order by canary_number
