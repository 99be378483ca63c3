-- Grain: one rendering physician and pattern of counted denials of the period: signal, family of codes, coding rule. Pattern 1 is worth most. Units: lines, US dollars; expected lines at the other physicians' share of the family; lines of nobody known are no peers'.
with family_denial as (
  select
    d.*,
    coalesce(f.family, d.hcpcs_code) as family
  from int_explained_denial as d
  left join procedure_family as f
    on d.hcpcs_code between f.code_from and f.code_to
    and d.service_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
  where d.is_counted
),
pattern as (
  select
    rendering_npi,
    physician,
    denial_signal,
    denial_group,
    family,
    coding_rule,
    array_join(sort_array(collect_set(hcpcs_code)), ' ') as hcpcs_codes,
    array_join(sort_array(collect_set(other_hcpcs_code)), ' ') as other_hcpcs_codes,
    array_join(sort_array(collect_set(denial_codes)), ', ') as denial_codes,
    -- What is said, since when and where stand in one row, the earliest.
    min_by(
      struct(finding_label as said, finding_date as since_date, finding_source as source),
      struct(finding_date, finding_label, finding_source)
    ) filter (where finding_label is not null) as finding,
    if(count(distinct finding_fix) = 1, min(finding_fix), null) as finding_fix,
    min_by(
      struct(lesson as said, lesson_date as since_date, lesson_source as source),
      struct(lesson_date, lesson, lesson_source)
    ) filter (where lesson is not null) as taught,
    min_by(change, struct(lesson_date, lesson, lesson_source)) filter (where lesson is not null) as lesson_change,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    sum(expected_allowed_amount) as expected_allowed_amount,
    count_if(expected_allowed_amount is null) as without_expectation_line_count,
    sum(recovered_amount) as recovered_amount,
    count_if(recovered_amount is null) as without_recovery_line_count,
    count_if(outcome = 'OPEN') as open_line_count,
    sum(at_stake_amount) filter (where outcome = 'OPEN') as open_at_stake_amount
  from family_denial
  group by rendering_npi, physician, denial_signal, denial_group, family, coding_rule
),
family_line as (
  select
    l.rendering_npi,
    coalesce(f.family, l.hcpcs_code) as family,
    count(*) as line_count
  from int_review_line as l
  left join procedure_family as f
    on l.hcpcs_code between f.code_from and f.code_to
    and l.service_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
  where l.is_in_period and l.rendering_npi is not null
  group by l.rendering_npi, coalesce(f.family, l.hcpcs_code)
),
peer_family as (
  select
    *,
    sum(line_count) over (partition by family) - line_count as peer_line_count
  from family_line
),
compared_pattern as (
  select
    p.*,
    b.line_count as family_line_count,
    b.peer_line_count,
    if(
      p.rendering_npi is null,
      0,
      sum(p.line_count) filter (where p.rendering_npi is not null)
        over (partition by p.denial_signal, p.denial_group, p.family, p.coding_rule) - p.line_count
    ) as peer_denied_line_count,
    coalesce(p.finding, p.taught) as rule
  from pattern as p
  left join peer_family as b
    on p.rendering_npi = b.rendering_npi and p.family = b.family
)
select
  rendering_npi,
  physician,
  cast(row_number() over (
    partition by rendering_npi
    order by expected_allowed_amount desc nulls last, charge_amount desc, family, denial_signal, coding_rule
  ) as int) as pattern_number,
  denial_signal,
  denial_group,
  family,
  hcpcs_codes,
  nullif(other_hcpcs_codes, '') as other_hcpcs_codes,
  denial_codes,
  coding_rule,
  line_count,
  coalesce(family_line_count, 0) as family_line_count,
  coalesce(peer_line_count, 0) as peer_line_count,
  peer_denied_line_count,
  cast(if(peer_line_count > 0, cast(family_line_count as double) * peer_denied_line_count / peer_line_count, null) as decimal(18,6)) as expected_line_count,
  cast(charge_amount as decimal(18,2)) as charge_amount,
  cast(expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  without_expectation_line_count,
  cast(recovered_amount as decimal(18,2)) as recovered_amount,
  without_recovery_line_count,
  open_line_count,
  cast(open_at_stake_amount as decimal(18,2)) as open_at_stake_amount,
  rule.said as rule_said,
  coalesce(finding_fix, lesson_change) as change,
  lesson_change,
  rule.since_date as rule_since_date,
  rule.source as rule_source
from compared_pattern
