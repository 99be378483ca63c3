-- Grain: one current claim line, or one that the corrected claim left out, that its first payer answered, with its first answer; a duplicate denial is a first answer only where there is no other. exclusion says why a line is in no rate. Units: US dollars.
select
  l.claim_line_key,
  b.submission_id,
  l.claim_id,
  l.claim_line_number,
  if(l.line_status = 'current', 'current', 'withdrawn') as line_status,
  l.payer,
  l.payer_class,
  l.rendering_npi,
  l.physician,
  l.site,
  l.setting,
  l.hcpcs_code,
  l.modifiers,
  l.service_date,
  l.service_month,
  l.charge_amount,
  l.expected_allowed_amount,
  f.first_payment_date,
  f.answer_month,
  f.is_duplicate,
  f.exclusion,
  b.payment_system <> 'physician' as is_facility_claim,
  f.is_initially_denied,
  f.is_partly_denied,
  e.denial_group,
  e.denial_signal,
  e.denial_codes,
  e.liability,
  e.accountable,
  f.is_first_pass
from int_first_answer as f
inner join int_adjudicated_line as l
  on f.claim_line_key = l.claim_line_key
inner join int_billed_line as b
  on f.claim_line_key = b.claim_line_key
left join int_denial_event as e
  on f.claim_line_key = e.claim_line_key
  and f.remit_claim_key = e.remit_claim_key
