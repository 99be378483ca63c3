-- Grain: one line of the report period that could not be compared, with the reason. Units: US dollars.
select
  claim_id,
  claim_line_number,
  judgment as reason,
  payer,
  physician,
  site,
  setting,
  place_of_service_code,
  carrier,
  locality,
  service_date,
  submitted_date,
  payment_date,
  hcpcs_code,
  modifiers,
  service_unit_quantity,
  charge_amount,
  medicare_allowed_amount,
  allowed_amount,
  paid_amount
from int_report_line
where report_month between :period_first_month and :report_month and judgment <> 'COMPARED'
order by reason, charge_amount desc, claim_id, claim_line_number
