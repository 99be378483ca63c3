-- Grain: one finding on one claim line, what to do about it, and what it rests on since when. Units: US dollars of the line; units of service.
select
  f.claim_line_key,
  l.claim_id,
  l.claim_line_number,
  l.service_date,
  l.physician,
  l.rendering_npi,
  l.payer,
  l.payer_class,
  l.site,
  l.place_of_service_code,
  l.hcpcs_code,
  l.modifiers,
  l.unit_quantity,
  f.rule,
  f.severity,
  f.label,
  f.other_hcpcs_code,
  f.right_hcpcs_code,
  f.detail,
  f.fix,
  f.charge_amount,
  f.medicare_fee_amount,
  f.source,
  f.effective_from_date
from int_coding_finding as f
inner join int_coding_line as l
  on f.claim_line_key = l.claim_line_key
order by l.service_date, l.claim_id, l.claim_line_number, f.rule, f.other_hcpcs_code, f.detail
