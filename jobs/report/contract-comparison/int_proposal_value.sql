-- Grain: one proposal and one payer, price, charge and allowed amount of its lines: what the proposal allows a line, or why it gives no price. Units: US dollars; amounts are of one line, unless they are totals.
with priced_volume as (
  select
    p.contract as proposal,
    v.payer,
    v.price_key,
    v.hcpcs_code,
    v.family,
    v.setting,
    v.charge_amount,
    v.allowed_amount,
    v.line_count,
    v.unit_quantity,
    v.work_rvu,
    v.charge_total,
    v.allowed_total,
    v.medicare_total,
    coalesce(c.contract_status, 'NOT_IN_CONTRACT') as proposal_status,
    c.basis,
    c.lesser_of,
    coalesce(c.contract_amount, cast(round(v.charge_amount * c.charge_percent / 100, 2) as decimal(12,2))) as full_amount
  from int_volume as v
  inner join contract_proposal as p
    on v.payer = p.payer
  left join int_contract_price as c
    on v.price_key = c.price_key and p.contract = c.contract
)
select
  proposal,
  payer,
  price_key,
  hcpcs_code,
  family,
  setting,
  charge_amount,
  allowed_amount,
  line_count,
  unit_quantity,
  work_rvu,
  charge_total,
  allowed_total,
  medicare_total,
  proposal_status,
  basis,
  full_amount,
  case
    when full_amount is null then null
    when lesser_of = 'none' then full_amount
    else least(full_amount, charge_amount)
  end as proposed_amount
from priced_volume
