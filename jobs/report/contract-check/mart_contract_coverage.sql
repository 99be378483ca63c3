-- Grain: one contract and term that priced lines, the largest first. Units: US dollars; Medicare's dollars are of the lines that Medicare prices too, and contract_medicare_amount is the contract's for the same lines.
select
  contract,
  basis,
  source_file,
  source_line,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(22,2)) as charge_amount,
  cast(sum(contract_amount) as decimal(22,2)) as contract_amount,
  cast(sum(medicare_fee_amount) as decimal(22,2)) as medicare_amount,
  cast(sum(if(medicare_fee_amount is null, null, contract_amount)) as decimal(22,2)) as contract_medicare_amount
from int_contract_line
where contract_status = 'PRICED'
group by contract, basis, source_file, source_line
order by contract, contract_amount desc, basis, source_file, source_line
