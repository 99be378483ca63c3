-- Grain: one payer, contract, reason and code without a price, the largest charges first; without a contract all codes together. Units: US dollars.
select
  payer,
  contract,
  contract_status,
  if(contract is null, null, hcpcs_code) as hcpcs_code,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(22,2)) as charge_amount,
  cast(sum(medicare_fee_amount) as decimal(22,2)) as medicare_amount
from int_contract_line
where contract_status <> 'PRICED'
group by all
order by charge_amount desc, payer, contract, contract_status, hcpcs_code
