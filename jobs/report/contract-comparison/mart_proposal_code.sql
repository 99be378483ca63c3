-- Grain: one proposal, code and setting, at the period's volume. Units: US dollars; multiples are shares of Medicare. Lines that the proposal does not price keep what they are allowed now, and are counted.
select
  proposal,
  payer,
  hcpcs_code,
  setting,
  sum(line_count) as line_count,
  cast(sum(unit_quantity) as decimal(18,3)) as unit_quantity,
  cast(sum(medicare_total) as decimal(18,2)) as medicare_amount,
  cast(sum(allowed_total) as decimal(18,2)) as current_amount,
  cast(sum(coalesce(proposed_amount * line_count, allowed_total)) as decimal(18,2)) as proposed_amount,
  cast(sum(coalesce(proposed_amount * line_count, allowed_total) - allowed_total) as decimal(18,2)) as change_amount,
  cast(cast(sum(allowed_total) as decimal(18,2)) / cast(sum(medicare_total) as decimal(18,2)) as decimal(18,10)) as current_multiple,
  cast(cast(sum(coalesce(proposed_amount * line_count, allowed_total)) as decimal(18,2)) / cast(sum(medicare_total) as decimal(18,2)) as decimal(18,10)) as proposed_multiple,
  cast(sum(work_rvu) as decimal(18,2)) as work_rvu,
  coalesce(sum(line_count) filter (where proposed_amount is null), 0) as unpriced_line_count,
  cast(sum(allowed_total) filter (where proposed_amount is null) as decimal(18,2)) as unpriced_amount,
  cast(sum((full_amount - charge_amount) * line_count) filter (where proposed_amount < full_amount) as decimal(18,2)) as lost_to_charge_amount
from int_proposal_value
group by proposal, payer, hcpcs_code, setting
order by proposal, change_amount desc, hcpcs_code, setting
