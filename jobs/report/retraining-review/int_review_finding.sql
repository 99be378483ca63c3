-- Grain: one finding of the coding review on a line served in the period. Units: US dollars; was_denied: its first payer ever denied the line; is_first_of_line: the charge of a line counts once for a rule.
select
  f.claim_line_key,
  l.claim_id,
  l.claim_line_number,
  l.service_date,
  l.rendering_npi,
  l.physician,
  l.payer,
  l.site,
  l.hcpcs_code,
  l.modifiers,
  f.rule,
  f.severity,
  f.label,
  f.other_hcpcs_code,
  f.right_hcpcs_code,
  f.detail,
  f.fix,
  f.charge_amount,
  f.medicare_fee_amount,
  d.claim_line_key is not null as was_denied,
  row_number() over (partition by f.rule, f.claim_line_key order by f.other_hcpcs_code, f.detail) = 1 as is_first_of_line,
  f.source,
  f.effective_from_date
from int_coding_finding as f
inner join int_coding_line as l
  on f.claim_line_key = l.claim_line_key
left join int_denial as d
  on f.claim_line_key = d.claim_line_key
where l.service_date between :first_date and :last_date
