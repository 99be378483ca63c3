-- Grain: one payer and multiple of Medicare, and of the lines with it all, one setting, one code family, one code, or one code in one setting. Units: US dollars; multiples are shares of Medicare (1 is Medicare).
select
  payer,
  case
    when grouping(hcpcs_code) = 0 and grouping(setting) = 0 then 'code_setting'
    when grouping(hcpcs_code) = 0 then 'code'
    when grouping(setting) = 0 then 'setting'
    when grouping(family) = 0 then 'family'
    else 'payer'
  end as level,
  setting,
  family,
  hcpcs_code,
  multiple,
  sum(line_count) as line_count,
  cast(sum(unit_quantity) as decimal(18,3)) as unit_quantity,
  cast(sum(charge_total) as decimal(18,2)) as charge_total,
  cast(sum(allowed_total) as decimal(18,2)) as allowed_total,
  cast(sum(allowed_total) filter (where work_rvu is not null) as decimal(18,2)) as allowed_with_work_rvu,
  cast(sum(medicare_total) as decimal(18,2)) as medicare_total,
  cast(sum(work_rvu) as decimal(18,2)) as work_rvu
from int_volume
group by grouping sets (
  (payer, multiple),
  (payer, setting, multiple),
  (payer, family, multiple),
  (payer, hcpcs_code, multiple),
  (payer, hcpcs_code, setting, multiple)
)
