-- Grain: one rendering physician and thing to change: the first of them by counted denials of the period that share it, whatever the family of codes. Units: lines, US dollars; amounts that are known of no line are null.
with changed_denial as (
  select
    rendering_npi,
    physician,
    denial_group,
    denial_signal,
    coding_rule,
    array_join(array_sort(array_distinct(flatten(collect_list(split(hcpcs_codes, ' '))))), ' ') as hcpcs_codes,
    array_join(array_sort(array_distinct(flatten(collect_list(split(other_hcpcs_codes, ' '))))), ' ') as other_hcpcs_codes,
    array_join(array_sort(array_distinct(flatten(collect_list(split(denial_codes, ', '))))), ', ') as denial_codes,
    -- What to change for one pair of codes is not what to change for another: then the lesson says.
    if(count(distinct coalesce(change, '')) = 1, min(change), min(lesson_change)) as change,
    sum(line_count) as line_count,
    sum(charge_amount) as charge_amount,
    sum(expected_allowed_amount) as expected_allowed_amount,
    sum(without_expectation_line_count) as without_expectation_line_count
  from int_denial_pattern
  where rendering_npi is not null
  group by rendering_npi, physician, denial_group, denial_signal, coding_rule
),
ranked_change as (
  select
    *,
    row_number() over (
      partition by rendering_npi
      order by line_count desc, charge_amount desc, denial_group, denial_signal, coding_rule
    ) as action_order
  from changed_denial
)
select
  rendering_npi,
  physician,
  cast(action_order as int) as action_order,
  denial_group,
  denial_signal,
  coding_rule,
  change,
  hcpcs_codes,
  nullif(other_hcpcs_codes, '') as other_hcpcs_codes,
  denial_codes,
  line_count,
  cast(charge_amount as decimal(18,2)) as charge_amount,
  cast(expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  without_expectation_line_count
from ranked_change
where action_order <= :action_limit
order by physician, rendering_npi, action_order
