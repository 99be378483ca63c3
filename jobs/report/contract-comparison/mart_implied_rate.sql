-- Grain: one payer, code and setting: the multiple of Medicare that the contract gives against the one that most of the payer's own lines have. Units: shares of Medicare, lines, US dollars.
with contract_rate as (
  select
    payer,
    hcpcs_code,
    setting,
    cast(cast(sum(expected_allowed_amount * line_count) as decimal(18,2)) / cast(sum(medicare_total) as decimal(18,2)) as decimal(18,10)) as contract_multiple,
    sum(line_count) as priced_line_count,
    -- A cent is rounding.
    coalesce(sum((allowed_amount - expected_allowed_amount) * line_count) filter (where abs(allowed_amount - expected_allowed_amount) > 0.01), 0) as difference_amount,
    coalesce(sum(line_count) filter (where abs(allowed_amount - expected_allowed_amount) > 0.01), 0) as differing_line_count
  from int_volume
  where expected_status = 'PRICED' and expected_allowed_amount is not null
  group by payer, hcpcs_code, setting
)
select
  c.payer,
  c.hcpcs_code,
  c.setting,
  c.line_count,
  l.contract_multiple,
  c.main_multiple as implied_multiple,
  c.main_share as implied_share,
  cast(c.main_multiple - l.contract_multiple as decimal(18,10)) as difference,
  cast(l.difference_amount as decimal(18,2)) as difference_amount,
  case
    when l.contract_multiple is null then 'NO_CONTRACT'
    when l.differing_line_count = 0 then 'AGREES'
    when abs(c.main_multiple - l.contract_multiple) < :least_rate_step then 'MAIN_RATE_AGREES'
    when c.main_share < 0.5 then 'NO_CLEAR_RATE'
    else 'DIFFERS'
  end as finding
from int_rate_cluster as c
left join contract_rate as l
  on c.payer = l.payer and c.hcpcs_code = l.hcpcs_code and c.setting = l.setting
where c.line_count >= :small_number
order by abs(l.difference_amount) desc nulls last, c.payer, c.hcpcs_code, c.setting
