-- Grain: one payer, and of its lines all, one setting, one code family, one code, or one code in one setting. Units: US dollars; multiples are shares of Medicare (1 is Medicare), weighted by Medicare dollars; quartiles are of lines.
with total as (
  select
    payer,
    level,
    setting,
    family,
    hcpcs_code,
    sum(line_count) as line_count,
    cast(sum(unit_quantity) as decimal(18,3)) as unit_quantity,
    cast(sum(charge_total) as decimal(18,2)) as charge_amount,
    cast(sum(allowed_total) as decimal(18,2)) as allowed_amount,
    cast(sum(medicare_total) as decimal(18,2)) as medicare_amount,
    cast(cast(sum(allowed_total) as decimal(18,2)) / cast(sum(medicare_total) as decimal(18,2)) as decimal(18,10)) as multiple,
    cast(sum(work_rvu) as decimal(18,2)) as work_rvu,
    cast(try_divide(cast(sum(allowed_with_work_rvu) as decimal(18,2)), cast(nullif(sum(work_rvu), 0) as decimal(18,2))) as decimal(12,2)) as allowed_per_work_rvu
  from int_level_multiple
  group by payer, level, setting, family, hcpcs_code
)
select
  t.payer,
  t.level,
  t.setting,
  t.family,
  t.hcpcs_code,
  t.line_count,
  t.unit_quantity,
  t.charge_amount,
  t.allowed_amount,
  t.medicare_amount,
  t.multiple,
  q.first_quartile,
  q.median,
  q.third_quartile,
  t.work_rvu,
  t.allowed_per_work_rvu
from total as t
inner join int_multiple_quartile as q
  on t.payer = q.payer
  and t.level = q.level
  and t.setting <=> q.setting
  and t.family <=> q.family
  and t.hcpcs_code <=> q.hcpcs_code
