-- Grain: one claim line whose first answer fell into the year that ends with the period; duplicates, lines without a charge and lines paid by head apart. A facility's claim is its location's and no physician's. is_counted: denied at first for what a physician can change. Units: US dollars.
select
  a.claim_line_key,
  a.claim_id,
  a.claim_line_number,
  a.payer,
  a.payer_class,
  if(a.is_facility_claim, null, a.rendering_npi) as rendering_npi,
  if(a.is_facility_claim, 'Facility claim', a.physician) as physician,
  a.site,
  a.setting,
  a.hcpcs_code,
  a.modifiers,
  a.service_date,
  a.charge_amount,
  a.expected_allowed_amount,
  a.first_payment_date,
  a.answer_month,
  a.first_payment_date between :first_date and :last_date as is_in_period,
  a.is_initially_denied,
  coalesce(a.is_initially_denied and a.accountable = 'physician' and not a.is_facility_claim, false) as is_counted,
  a.denial_group,
  a.denial_signal,
  a.denial_codes,
  a.liability,
  if(a.is_initially_denied, coalesce(a.accountable, 'none'), null) as accountable
from int_answered_line as a
where a.exclusion is null
  and a.first_payment_date between :year_first_date and :last_date
