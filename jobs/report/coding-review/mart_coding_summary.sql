-- Grain: one physician and rule; a line that a rule found twice counts its dollars once. Units: US dollars; unpriced lines have no Medicare fee.
with line as (
  select
    l.rendering_npi,
    l.physician,
    f.rule,
    f.severity,
    f.label,
    f.claim_line_key,
    count(*) as finding_count,
    max(f.charge_amount) as charge_amount,
    max(f.medicare_fee_amount) as medicare_fee_amount
  from int_coding_finding as f
  inner join int_coding_line as l
    on f.claim_line_key = l.claim_line_key
  group by all
)
select
  rendering_npi,
  physician,
  rule,
  severity,
  label,
  sum(finding_count) as finding_count,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  sum(medicare_fee_amount) as medicare_fee_amount,
  count(*) - count(medicare_fee_amount) as unpriced_line_count
from line
group by rendering_npi, physician, rule, severity, label
order by charge_amount desc, rule, physician, rendering_npi
