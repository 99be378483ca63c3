-- Grain: one rendering physician and pattern of counted denials of the period: signal, code, code beside it, reason and remark codes, coding rule. Pattern 1 is worth most. Units: lines, US dollars; expected lines at the other physicians' share for the code and codes.
with pattern as (
  select
    rendering_npi,
    physician,
    denial_signal,
    denial_group,
    hcpcs_code,
    other_hcpcs_code,
    denial_codes,
    coding_rule,
    min(finding_label) as finding_label,
    min(finding_fix) as finding_fix,
    min(finding_source) as finding_source,
    min(finding_date) as finding_date,
    min(lesson) as lesson,
    min(change) as change,
    min(lesson_date) as lesson_date,
    min(lesson_source) as lesson_source,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    sum(expected_allowed_amount) as expected_allowed_amount,
    count_if(expected_allowed_amount is null) as without_expectation_line_count,
    coalesce(sum(recovered_amount), 0) as recovered_amount,
    count_if(outcome = 'OPEN') as open_line_count,
    sum(at_stake_amount) filter (where outcome = 'OPEN') as open_at_stake_amount
  from int_explained_denial
  where is_counted
  group by rendering_npi, physician, denial_signal, denial_group, hcpcs_code, other_hcpcs_code, denial_codes, coding_rule
),
code as (
  select rendering_npi, hcpcs_code, sum(line_count) as code_line_count
  from int_peer_cell
  where span = 'period'
  group by rendering_npi, hcpcs_code
),
every as (
  select hcpcs_code, sum(code_line_count) as all_line_count
  from code
  group by hcpcs_code
),
peered as (
  select
    p.*,
    c.code_line_count,
    e.all_line_count - c.code_line_count as peer_line_count,
    sum(p.line_count) over (
      partition by p.denial_signal, p.hcpcs_code, p.other_hcpcs_code, p.denial_codes, p.coding_rule
    ) - p.line_count as peer_denied_line_count
  from pattern as p
  left join code as c
    on p.rendering_npi = c.rendering_npi and p.hcpcs_code = c.hcpcs_code
  left join every as e
    on p.hcpcs_code = e.hcpcs_code
)
select
  rendering_npi,
  physician,
  cast(row_number() over (
    partition by rendering_npi
    order by expected_allowed_amount desc nulls last, charge_amount desc, hcpcs_code, denial_codes, other_hcpcs_code, coding_rule
  ) as int) as pattern_number,
  denial_signal,
  denial_group,
  hcpcs_code,
  other_hcpcs_code,
  denial_codes,
  coding_rule,
  line_count,
  coalesce(code_line_count, 0) as code_line_count,
  coalesce(peer_line_count, 0) as peer_line_count,
  peer_denied_line_count,
  cast(if(peer_line_count > 0, cast(code_line_count as double) * peer_denied_line_count / peer_line_count, null) as decimal(18,6)) as expected_line_count,
  cast(charge_amount as decimal(18,2)) as charge_amount,
  cast(expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  without_expectation_line_count,
  cast(recovered_amount as decimal(18,2)) as recovered_amount,
  open_line_count,
  cast(open_at_stake_amount as decimal(18,2)) as open_at_stake_amount,
  coalesce(finding_label, lesson) as rule_said,
  coalesce(finding_fix, change) as change,
  coalesce(finding_date, lesson_date) as rule_since_date,
  coalesce(finding_source, lesson_source) as rule_source
from peered
