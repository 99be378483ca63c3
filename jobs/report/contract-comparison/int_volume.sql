-- Grain: one payer, price, charge and allowed amount of the lines that can be compared, whatever their number: what-ifs price this, not lines. Units: US dollars; amounts are of one line, unless they are totals.
select
  payer,
  payer_class,
  contract,
  price_key,
  hcpcs_code,
  family,
  setting,
  modifiers,
  charge_amount,
  allowed_amount,
  medicare_fee_amount,
  expected_allowed_amount,
  expected_status,
  min(service_month) as first_month,
  max(service_month) as last_month,
  count(*) as line_count,
  cast(sum(service_unit_quantity) as decimal(18,3)) as unit_quantity,
  cast(sum(work_rvu) as decimal(18,2)) as work_rvu,
  cast(sum(charge_amount) as decimal(18,2)) as charge_total,
  cast(sum(allowed_amount) as decimal(18,2)) as allowed_total,
  cast(sum(medicare_fee_amount) as decimal(18,2)) as medicare_total,
  cast(allowed_amount / medicare_fee_amount as decimal(18,10)) as multiple
from int_history_line
where comparison_status = 'COMPARED'
group by
  payer, payer_class, contract, price_key, hcpcs_code, family, setting, modifiers,
  charge_amount, allowed_amount, medicare_fee_amount, expected_allowed_amount, expected_status
