-- Grain: one denial group, signal and who can change it, over lines of the period that were denied at first. Units: lines, US dollars; null where no line's is known.
select
  denial_group,
  denial_signal,
  accountable,
  liability,
  coalesce(denial_owner, 'Unassigned') as denial_owner,
  count(*) as line_count,
  count(distinct claim_id) as claim_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount,
  cast(sum(expected_allowed_amount) as decimal(18,2)) as expected_allowed_amount,
  count_if(expected_allowed_amount is null) as without_expectation_line_count,
  count_if(outcome = 'OVERTURNED') as overturned_line_count,
  count_if(outcome = 'OVERTURNED_IN_PART') as overturned_in_part_line_count,
  count_if(outcome = 'REWORKED') as reworked_line_count,
  count_if(outcome = 'UPHELD') as upheld_line_count,
  count_if(outcome = 'WRITTEN_OFF') as written_off_line_count,
  count_if(outcome = 'OPEN') as open_line_count,
  cast(sum(recovered_amount) as decimal(18,2)) as recovered_amount,
  count_if(recovered_amount is null) as without_recovery_line_count
from int_explained_denial
group by denial_group, denial_signal, accountable, liability, coalesce(denial_owner, 'Unassigned')
order by charge_amount desc, denial_group, denial_signal, liability
