-- Grain: one pattern of counted denials of the period over all physicians: group, signal, family of codes, coding rule. What its physicians' patterns do not agree on is null. Units: lines, US dollars; amounts that are known of no line are null.
with shared_pattern as (
  select
    denial_group,
    denial_signal,
    family,
    coding_rule,
    array_join(array_sort(array_distinct(flatten(collect_list(split(hcpcs_codes, ' '))))), ' ') as hcpcs_codes,
    array_join(array_sort(array_distinct(flatten(collect_list(split(other_hcpcs_codes, ' '))))), ' ') as other_hcpcs_codes,
    array_join(array_sort(array_distinct(flatten(collect_list(split(denial_codes, ', '))))), ', ') as denial_codes,
    count(distinct rendering_npi) as physician_count,
    sum(line_count) as line_count,
    sum(charge_amount) as charge_amount,
    sum(expected_allowed_amount) as expected_allowed_amount,
    sum(without_expectation_line_count) as without_expectation_line_count,
    sum(recovered_amount) as recovered_amount,
    sum(without_recovery_line_count) as without_recovery_line_count,
    sum(open_line_count) as open_line_count,
    min(rule_said) as rule_said,
    min(change) as change,
    min(lesson_change) as lesson_change,
    min(rule_since_date) as rule_since_date,
    min(rule_source) as rule_source,
    count(distinct coalesce(rule_said, '')) = 1 as is_said_alike,
    count(distinct coalesce(change, '')) = 1 as is_changed_alike,
    count(distinct coalesce(lesson_change, '')) = 1 as is_taught_alike,
    count(distinct coalesce(cast(rule_since_date as string), '')) = 1 and count(distinct coalesce(rule_source, '')) = 1 as is_of_one_source
  from int_denial_pattern
  group by denial_group, denial_signal, family, coding_rule
)
select
  denial_group,
  denial_signal,
  family,
  coding_rule,
  hcpcs_codes,
  nullif(other_hcpcs_codes, '') as other_hcpcs_codes,
  denial_codes,
  physician_count,
  line_count,
  cast(charge_amount as decimal(18,2)) as charge_amount,
  cast(expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  without_expectation_line_count,
  cast(recovered_amount as decimal(18,2)) as recovered_amount,
  without_recovery_line_count,
  open_line_count,
  if(is_said_alike, rule_said, null) as rule_said,
  -- What to change for one pair of codes is not what to change for another: then the lesson says.
  coalesce(if(is_changed_alike, change, null), if(is_taught_alike, lesson_change, null)) as change,
  if(is_said_alike and is_of_one_source, rule_since_date, null) as rule_since_date,
  if(is_said_alike and is_of_one_source, rule_source, null) as rule_source
from shared_pattern
order by charge_amount desc, denial_group, denial_signal, family, coding_rule
