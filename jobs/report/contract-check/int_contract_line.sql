-- Grain: one line of the months that are looked at, with the term that prices it or the reason why none does. Units: US dollars; the price before the charge is looked at.
select
  b.claim_line_key,
  b.payer,
  b.contract,
  b.hcpcs_code,
  b.charge_amount,
  m.medicare_fee_amount,
  case
    when b.payer_class = 'unmapped' then 'UNMAPPED_PAYER'
    when b.contract is null then 'NO_CONTRACT'
    else c.contract_status
  end as contract_status,
  c.basis,
  c.source_file,
  -- A fee schedule is one term, whatever its rows.
  if(c.method = 'fee_schedule', null, c.source_line) as source_line,
  cast(coalesce(c.contract_amount, round(b.charge_amount * c.charge_percent / 100, 2)) as decimal(12,2)) as contract_amount
from int_price_key as k
inner join int_billed_line as b
  on k.line_key = b.claim_line_key
left join int_medicare_price as m
  on k.price_key = m.price_key and m.scenario = 'as_billed'
left join int_contract_price as c
  on k.price_key = c.price_key and k.contract = c.contract
where b.payer_class <> 'medicare'
  and b.service_month between :first_month and :last_month
