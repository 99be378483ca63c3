-- Grain: one payer, code and setting. Units: US dollars; multiples are shares of Medicare, weighted by Medicare dollars; gap_amount is null without a target.
select
  m.payer,
  m.hcpcs_code,
  m.setting,
  m.line_count,
  m.unit_quantity,
  m.allowed_amount,
  m.medicare_amount,
  m.multiple,
  m.first_quartile,
  m.median,
  m.third_quartile,
  m.line_count < :small_number as is_small_number,
  cast(round(m.medicare_amount * t.target_multiple - m.allowed_amount, 2) as decimal(18,2)) as gap_amount,
  m.work_rvu,
  m.allowed_per_work_rvu,
  c.main_multiple,
  c.main_share,
  c.other_multiple,
  c.other_share
from int_multiple as m
left join int_rate_cluster as c
  on m.payer = c.payer and m.hcpcs_code = c.hcpcs_code and m.setting = c.setting
left join int_payer_target as t
  on m.payer = t.payer
where m.level = 'code_setting'
order by m.medicare_amount desc, m.payer, m.hcpcs_code, m.setting
