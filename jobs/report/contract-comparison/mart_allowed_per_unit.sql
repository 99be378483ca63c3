-- Grain: one payer, code, setting and amount allowed for one unit. Units: US dollars a unit, lines.
select
  payer,
  hcpcs_code,
  setting,
  cast(round(cast(allowed_amount * line_count as decimal(18,2)) / unit_quantity, 2) as decimal(12,2)) as allowed_per_unit_amount,
  sum(line_count) as line_count
from int_volume
where unit_quantity > 0
group by payer, hcpcs_code, setting, round(cast(allowed_amount * line_count as decimal(18,2)) / unit_quantity, 2)
order by payer, hcpcs_code, setting, allowed_per_unit_amount
