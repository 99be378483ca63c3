-- Grain: one payer, and of its lines all, one setting, one code family, one code, or one code in one setting. Units: US dollars; multiples are shares of Medicare (1 is Medicare), weighted by Medicare dollars; quartiles are of lines.
select
  payer,
  case grouping_id()
    when 7 then 'payer'
    when 3 then 'setting'
    when 5 then 'family'
    when 6 then 'code'
    when 2 then 'code_setting'
  end as level,
  setting,
  family,
  hcpcs_code,
  sum(line_count) as line_count,
  cast(sum(unit_quantity) as decimal(18,3)) as unit_quantity,
  cast(sum(charge_total) as decimal(18,2)) as charge_amount,
  cast(sum(allowed_total) as decimal(18,2)) as allowed_amount,
  cast(sum(medicare_total) as decimal(18,2)) as medicare_amount,
  cast(sum(allowed_total) / sum(medicare_total) as decimal(18,10)) as multiple,
  cast(percentile(multiple, 0.25, line_count) as decimal(18,10)) as first_quartile,
  cast(percentile(multiple, 0.5, line_count) as decimal(18,10)) as median,
  cast(percentile(multiple, 0.75, line_count) as decimal(18,10)) as third_quartile,
  cast(sum(work_rvu) as decimal(18,2)) as work_rvu,
  cast(try_divide(sum(allowed_total) filter (where work_rvu is not null), nullif(sum(work_rvu), 0)) as decimal(12,2)) as allowed_per_work_rvu
from int_volume
group by grouping sets (
  (payer),
  (payer, setting),
  (payer, family),
  (payer, hcpcs_code),
  (payer, hcpcs_code, setting)
)
