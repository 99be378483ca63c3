-- Grain: one finding of the coding review on a line served in the period. Units: US dollars; was_denied: its first payer ever denied the line.
select
  claim_line_key,
  claim_id,
  claim_line_number,
  service_date,
  rendering_npi,
  physician,
  payer,
  site,
  hcpcs_code,
  modifiers,
  rule,
  severity,
  label,
  other_hcpcs_code,
  right_hcpcs_code,
  detail,
  fix,
  charge_amount,
  medicare_fee_amount,
  was_denied,
  source,
  effective_from_date
from int_review_finding
order by rule, service_date, claim_id, claim_line_number, other_hcpcs_code, detail
