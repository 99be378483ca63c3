-- Grain: one coding rule with findings on lines served in the period. Units: findings, lines, US dollars; the charges of a line count once for a rule.
with finding as (
  select
    f.rule,
    f.label,
    f.severity,
    f.claim_line_key,
    f.charge_amount,
    d.claim_line_key is not null as was_denied,
    row_number() over (partition by f.rule, f.claim_line_key order by f.other_hcpcs_code, f.detail) = 1 as is_first_of_line
  from int_coding_finding as f
  inner join int_coding_line as l
    on f.claim_line_key = l.claim_line_key
  left join int_denial as d
    on f.claim_line_key = d.claim_line_key
  where l.service_date between :first_date and :last_date
)
select
  rule,
  min(label) as label,
  min(severity) as severity,
  count(*) as finding_count,
  cast(sum(charge_amount) filter (where is_first_of_line) as decimal(18,2)) as charge_amount,
  count_if(is_first_of_line and was_denied) as denied_line_count
from finding
group by rule
order by rule
