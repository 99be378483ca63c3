-- Grain: one line of the months that the report looks back to, which was allowed too little, by however little, with the cause that explains it to the cent, or none. Units: US dollars.
select
  r.claim_id,
  r.claim_line_number,
  r.payer,
  r.physician,
  r.setting,
  r.service_date,
  r.hcpcs_code,
  r.modifiers,
  r.expected_allowed_amount,
  r.allowed_amount,
  cast(r.expected_allowed_amount - r.allowed_amount as decimal(12,2)) as shortfall_amount,
  r.is_underpaid,
  coalesce(c.cause, 'Not explained') as cause,
  coalesce(c.cause_count > 1, false) as is_tied,
  r.expected_basis,
  r.payer_claim_control_number
from int_short_line as l
inner join int_report_line as r
  on l.claim_line_key = r.claim_line_key
left join int_line_cause as c
  on l.claim_line_key = c.claim_line_key
order by r.payer, c.cause is null, cause, shortfall_amount desc, r.claim_id, r.claim_line_number
