-- Grain: one denied or partly denied line of the report period. Units: US dollars.
select
  r.claim_id,
  r.claim_line_number,
  r.payer,
  r.physician,
  r.site,
  r.setting,
  r.service_date,
  r.payment_date,
  r.hcpcs_code,
  r.modifiers,
  r.charge_amount,
  r.expected_allowed_amount,
  r.allowed_amount,
  if(r.is_denied, 'denied', 'partly denied') as denial,
  r.denial_group,
  r.denial_group_code,
  r.denial_reason_code,
  r.denial_reason,
  r.remark_codes,
  r.denial_owner,
  r.preventable,
  r.is_awaiting_corrected_answer,
  d.outcome,
  if(d.outcome = 'OPEN', d.appeal_by_date, null) as appeal_by_date,
  r.payer_claim_control_number
from int_report_line as r
left join int_denial as d
  on r.claim_line_key = d.claim_line_key
where r.report_month between :period_first_month and :report_month and (r.is_denied or r.is_partly_denied)
order by r.charge_amount desc, r.claim_id, r.claim_line_number
