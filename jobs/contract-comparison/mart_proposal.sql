-- Grain: one proposal at the period's volume and at the changed one. Units: US dollars; multiples are shares of Medicare.
select
  proposal,
  payer,
  sum(line_count) as line_count,
  cast(sum(medicare_amount) as decimal(18,2)) as medicare_amount,
  cast(sum(current_amount) as decimal(18,2)) as current_amount,
  cast(sum(proposed_amount) as decimal(18,2)) as proposed_amount,
  cast(sum(change_amount) as decimal(18,2)) as change_amount,
  cast(round(sum(current_amount) / sum(medicare_amount), 4) as decimal(9,4)) as current_multiple,
  cast(round(sum(proposed_amount) / sum(medicare_amount), 4) as decimal(9,4)) as proposed_multiple,
  cast(try_divide(sum(current_amount) filter (where work_rvu > 0), sum(work_rvu)) as decimal(12,2)) as current_per_work_rvu,
  cast(try_divide(sum(proposed_amount) filter (where work_rvu > 0), sum(work_rvu)) as decimal(12,2)) as proposed_per_work_rvu,
  cast(:volume_change_percent as decimal(9,4)) as volume_change_percent,
  cast(round(sum(change_amount) * (100 + :volume_change_percent) / 100, 2) as decimal(18,2)) as change_at_changed_volume_amount,
  cast(sum(unpriced_line_count) as bigint) as unpriced_line_count,
  cast(sum(unpriced_amount) as decimal(18,2)) as unpriced_amount,
  cast(sum(lost_to_charge_amount) as decimal(18,2)) as lost_to_charge_amount
from mart_proposal_code
group by proposal, payer
order by change_amount desc, proposal
