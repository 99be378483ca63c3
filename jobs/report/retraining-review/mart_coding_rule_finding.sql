-- Grain: one coding rule with findings on lines served in the period. Units: findings, lines, US dollars; the charges of a line count once for a rule.
select
  rule,
  min(label) as label,
  min(severity) as severity,
  count(*) as finding_count,
  cast(sum(charge_amount) filter (where is_first_of_line) as decimal(18,2)) as charge_amount,
  count_if(is_first_of_line and was_denied) as denied_line_count
from int_review_finding
group by rule
order by rule
