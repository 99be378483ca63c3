-- Grain: one payer and reason why its lines of the period are compared with Medicare or not. Units: lines, US dollars.
select
  coalesce(payer, 'Unmapped payer') as payer,
  comparison_status,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount,
  cast(sum(allowed_amount) as decimal(18,2)) as allowed_amount,
  cast(sum(medicare_fee_amount) as decimal(18,2)) as medicare_amount
from int_history_line
group by payer, comparison_status
order by payer, line_count desc, comparison_status
