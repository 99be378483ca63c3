-- Grain: one claim line with everything that happened to it: price, expectation, answers, cash. Units: US dollars; null where not known, never zero.
select
  b.claim_line_key,
  b.claim_id,
  b.claim_line_number,
  b.line_status,
  b.payer,
  b.payer_class,
  b.rendering_npi,
  b.physician,
  b.site,
  b.setting,
  b.carrier,
  b.locality,
  b.place_of_service_code,
  b.hcpcs_code,
  b.modifiers,
  b.service_unit_quantity,
  b.service_date,
  b.service_month,
  b.submitted_date,
  b.charge_amount,
  b.is_claim_in_balance,
  m.pricing_status,
  m.release,
  coalesce(m.is_later_release, false) as is_later_release,
  m.work_rvu,
  m.pe_rvu,
  m.mp_rvu,
  m.work_gpci,
  m.pe_gpci,
  m.mp_gpci,
  m.conversion_factor,
  m.medicare_fee_amount,
  -- least skips a null: without a fee there is no amount, whatever the charge.
  cast(if(m.medicare_fee_amount is null, null, least(m.medicare_fee_amount, b.charge_amount)) as decimal(12,2)) as medicare_allowed_amount,
  x.expected_status,
  x.expected_basis,
  cast(if(x.expected_allowed_amount is null, null, least(x.expected_allowed_amount, if(x.is_lesser_of_charge, b.charge_amount, null))) as decimal(12,2)) as expected_allowed_amount,
  coalesce(b.charge_amount < x.expected_allowed_amount, false) as is_charge_lower,
  cast(if(x.expected_allowed_amount is null, null, round(
    greatest(least(x.expected_allowed_amount, if(x.is_lesser_of_charge, b.charge_amount, null)) - coalesce(o.cost_share_amount, 0), 0)
    * (1 - if(b.payer_class = 'medicare', coalesce(q.withheld_share, 0), 0)), 2
  )) as decimal(12,2)) as expected_payment_amount,
  o.payment_date is not null as is_adjudicated,
  o.adjudicated_sequence,
  o.match_method,
  o.is_match_ambiguous,
  o.payment_date,
  date_format(o.payment_date, 'yyyy-MM') as payment_month,
  o.payer_claim_control_number,
  o.adjudicated_hcpcs_code,
  o.allowed_amount,
  o.allowed_amount_source,
  o.cost_share_amount,
  o.patient_responsibility_amount,
  o.patient_balance_amount,
  o.sequestration_amount,
  o.contractual_amount,
  o.latest_paid_amount,
  o.first_payer_paid_amount,
  o.later_payer_paid_amount,
  o.first_payment_date,
  o.first_allowed_amount,
  coalesce(o.event_count, 0) as event_count,
  coalesce(o.has_orphan_reversal, false) as has_orphan_reversal,
  o.is_in_balance,
  o.denial_group_code,
  o.denial_reason_code,
  array_join(sort_array(o.remark_codes), ' ') as remark_codes,
  coalesce(
    b.charge_amount > 0
    and o.payment_date is not null
    and (o.allowed_amount = 0 or (o.latest_paid_amount = 0 and o.patient_responsibility_amount = 0))
    and o.denial_reason_code is not null,
    false
  ) as is_denied,
  coalesce(o.allowed_amount > 0 and o.latest_paid_amount + o.patient_responsibility_amount > 0 and o.denial_reason_code is not null, false) as is_partly_denied
from int_billed_line as b
left join int_line_outcome as o
  on b.claim_line_key = o.claim_line_key
left join int_price_key as k
  on b.claim_line_key = k.line_key
left join int_medicare_price as m
  on k.price_key = m.price_key and m.scenario = 'as_billed'
left join int_expected_price as x
  on k.price_key = x.price_key and k.payer = x.payer
left join sequestration as q
  on b.service_date between q.effective_from_date and coalesce(q.effective_to_date, date'9999-12-31')
