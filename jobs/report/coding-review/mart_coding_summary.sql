-- Grain: one coding rule with findings; a line that a rule found twice counts its dollars once. Units: US dollars; unpriced lines have no Medicare fee.
with line as (
  select
    rule,
    severity,
    label,
    claim_line_key,
    count(*) as finding_count,
    max(charge_amount) as charge_amount,
    max(medicare_fee_amount) as medicare_fee_amount
  from int_coding_finding
  group by all
)
select
  rule,
  severity,
  label,
  sum(finding_count) as finding_count,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  sum(medicare_fee_amount) as medicare_fee_amount,
  count(*) - count(medicare_fee_amount) as unpriced_line_count
from line
group by rule, severity, label
order by rule, severity, label
