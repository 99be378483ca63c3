-- Grain: one code and the code beside it that the coding review found to explain denials of the period. Units: lines, physicians, US dollars.
select
  hcpcs_code,
  other_hcpcs_code,
  denial_group,
  coding_rule,
  min(struct(finding_date, finding_label, finding_source)).finding_label as finding_label,
  min(struct(finding_date, finding_label, finding_source)).finding_date as rule_since_date,
  min(struct(finding_date, finding_label, finding_source)).finding_source as rule_source,
  count(*) as line_count,
  count(distinct rendering_npi) as physician_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount,
  cast(sum(expected_allowed_amount) as decimal(18,2)) as expected_allowed_amount,
  count_if(expected_allowed_amount is null) as without_expectation_line_count
from int_explained_denial
where other_hcpcs_code is not null
group by hcpcs_code, other_hcpcs_code, denial_group, coding_rule
order by charge_amount desc, hcpcs_code, other_hcpcs_code, denial_group, coding_rule
