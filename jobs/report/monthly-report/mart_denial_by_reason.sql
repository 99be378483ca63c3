-- Grain: one denial group and reason of the report period. Units: lines, US dollars; expected is what the denied lines with an expectation would have been allowed.
select
  denial_group,
  denial_group_code,
  denial_reason_code,
  denial_reason,
  denial_owner,
  preventable,
  is_duplicate,
  count(*) as denied_line_count,
  sum(charge_amount) as charge_amount,
  coalesce(sum(expected_allowed_amount), 0) as expected_allowed_amount,
  count_if(expected_allowed_amount is null) as without_expectation_line_count
from int_report_line
where report_month between :period_first_month and :report_month and is_denied
group by denial_group, denial_group_code, denial_reason_code, denial_reason, denial_owner, preventable, is_duplicate
order by charge_amount desc, denial_group, denial_group_code, denial_reason_code
