-- Grain: one payer. Units: US dollars; multiples are shares of Medicare, weighted by Medicare dollars; gap_amount is what the target would add, null without a target.
select
  m.payer,
  m.line_count,
  m.unit_quantity,
  m.charge_amount,
  m.allowed_amount,
  m.medicare_amount,
  m.multiple,
  i.fixed_mix_index,
  i.covered_share,
  m.first_quartile,
  m.median,
  m.third_quartile,
  t.target_multiple,
  cast(round(m.medicare_amount * t.target_multiple - m.allowed_amount, 2) as decimal(18,2)) as gap_amount,
  m.work_rvu,
  m.allowed_per_work_rvu
from int_multiple as m
inner join int_price_index as i
  on m.payer = i.payer
left join int_payer_target as t
  on m.payer = t.payer
where m.level = 'payer'
order by m.medicare_amount desc, m.payer
