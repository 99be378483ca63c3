-- Grain: one proposal at the period's volume and at the changed one. Units: US dollars; multiples are shares of Medicare. Lines that the proposal does not price keep what they are allowed now, and are counted.
with valued_volume as (
  select
    *,
    coalesce(proposed_amount * line_count, allowed_total) as proposed_total
  from int_proposal_value
)
select
  proposal,
  payer,
  sum(line_count) as line_count,
  cast(sum(medicare_total) as decimal(18,2)) as medicare_amount,
  cast(sum(allowed_total) as decimal(18,2)) as current_amount,
  cast(sum(proposed_total) as decimal(18,2)) as proposed_amount,
  cast(sum(proposed_total - allowed_total) as decimal(18,2)) as change_amount,
  cast(cast(sum(allowed_total) as decimal(18,2)) / cast(sum(medicare_total) as decimal(18,2)) as decimal(18,10)) as current_multiple,
  cast(cast(sum(proposed_total) as decimal(18,2)) / cast(sum(medicare_total) as decimal(18,2)) as decimal(18,10)) as proposed_multiple,
  cast(try_divide(cast(sum(allowed_total) filter (where work_rvu is not null) as decimal(18,2)), cast(nullif(sum(work_rvu), 0) as decimal(18,2))) as decimal(12,2)) as current_per_work_rvu,
  cast(try_divide(cast(sum(proposed_total) filter (where work_rvu is not null) as decimal(18,2)), cast(nullif(sum(work_rvu), 0) as decimal(18,2))) as decimal(12,2)) as proposed_per_work_rvu,
  cast(:volume_change_percent as decimal(9,4)) as volume_change_percent,
  cast(round(sum(proposed_total) * (100 + :volume_change_percent) / 100, 2) as decimal(18,2)) as revenue_at_changed_volume_amount,
  cast(round(sum(proposed_total) * (100 + :volume_change_percent) / 100 - sum(allowed_total), 2) as decimal(18,2)) as change_at_changed_volume_amount,
  coalesce(sum(line_count) filter (where proposed_amount is null), 0) as unpriced_line_count,
  cast(sum(allowed_total) filter (where proposed_amount is null) as decimal(18,2)) as unpriced_amount,
  cast(sum((full_amount - charge_amount) * line_count) filter (where proposed_amount < full_amount) as decimal(18,2)) as lost_to_charge_amount
from valued_volume
group by proposal, payer
order by change_amount desc, proposal
