-- Grain: one payer, price, charge and allowed amount with Medicare's price of a line under each scenario; null where the scenario has none. Units: US dollars.
select
  v.payer,
  v.payer_class,
  v.hcpcs_code,
  v.setting,
  v.charge_amount,
  v.allowed_amount,
  v.medicare_fee_amount,
  v.expected_allowed_amount,
  v.expected_status,
  v.multiple,
  v.line_count,
  max(m.medicare_fee_amount) filter (where m.scenario = 'no_multiple_procedure_reduction') as unreduced_fee_amount,
  max(m.medicare_fee_amount) filter (where m.scenario = 'fixed_year') as fixed_year_fee_amount,
  max(m.medicare_fee_amount) filter (where m.scenario = 'earlier_work_rvu') as earlier_work_fee_amount
from int_volume as v
inner join int_medicare_price as m
  on v.price_key = m.price_key
group by
  v.payer, v.payer_class, v.price_key, v.contract, v.hcpcs_code, v.family, v.setting, v.modifiers, v.charge_amount, v.allowed_amount,
  v.medicare_fee_amount, v.expected_allowed_amount, v.expected_status, v.multiple, v.line_count
