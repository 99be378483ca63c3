-- Grain: one denied or partly denied line of the report month. Units: US dollars.
select
  claim_id,
  claim_line_number,
  payer,
  physician,
  site,
  setting,
  service_date,
  payment_date,
  hcpcs_code,
  modifiers,
  charge_amount,
  expected_allowed_amount,
  allowed_amount,
  if(is_denied, 'denied', 'partly denied') as denial,
  denial_group,
  denial_group_code,
  denial_reason_code,
  remark_codes,
  denial_owner,
  preventable,
  is_awaiting_corrected_answer,
  payer_claim_control_number
from int_report_line
where report_month = :report_month and (is_denied or is_partly_denied)
order by charge_amount desc, claim_id, claim_line_number
