-- Grain: one price key, payer class and contract: what is expected to be allowed before the charge is looked at, by what rule, or why nothing is expected. Units: US dollars; percents of 100. lesser_of says over what the charge is the price where it is less.
select
  w.price_key,
  w.payer_class,
  w.contract,
  case
    when w.payer_class = 'unmapped' then 'UNMAPPED_PAYER'
    when w.payer_class = 'medicare' then m.pricing_status
    when w.contract is null then 'NO_CONTRACT'
    else coalesce(c.contract_status, 'NOT_IN_CONTRACT')
  end as expected_status,
  case
    when w.payer_class = 'medicare' then 'Medicare'
    when c.escalator_factor <> 1 then concat(c.basis, ', raised by ', format_number((c.escalator_factor - 1) * 100, '0.####'), '%')
    else c.basis
  end as expected_basis,
  -- A contract of another year, release or factor does not move with Medicare's fees.
  w.payer_class = 'medicare' or coalesce(
    c.method = 'percent_of_medicare' and s.release is null and s.pricing_date is null and s.conversion_factor is null, false
  ) as is_current_medicare,
  if(w.payer_class = 'medicare', m.medicare_fee_amount, c.contract_amount) as expected_allowed_amount,
  c.charge_percent,
  if(w.payer_class = 'medicare', 'line', c.lesser_of) as lesser_of
from (select distinct price_key, payer_class, contract from int_price_wanted) as w
left join int_medicare_price as m
  on w.price_key = m.price_key and m.scenario = 'as_billed'
left join int_contract_price as c
  on w.price_key = c.price_key and w.contract = c.contract
left join price_scenario as s
  on c.medicare_scenario = s.scenario
