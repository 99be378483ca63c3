-- Grain: one claim line with everything that happened to it: price, expectation, answers, cash. Units: US dollars; null where not known, never zero.
select
  claim_line_key,
  price_key,
  claim_id,
  claim_line_number,
  line_status,
  payer,
  payer_class,
  contract,
  rendering_npi,
  physician,
  site,
  setting,
  carrier,
  locality,
  place_of_service_code,
  hcpcs_code,
  modifiers,
  service_unit_quantity,
  service_date,
  service_month,
  submitted_date,
  charge_amount,
  is_claim_in_balance,
  payment_system,
  pricing_status,
  release,
  coalesce(is_later_release, false) as is_later_release,
  coalesce(is_earlier_release, false) as is_earlier_release,
  release_in_force,
  case
    when pricing_status = 'NO_RELEASE' then 'NO_RELEASE'
    when pricing_status <> 'PRICED' then null
    when is_later_release then 'LATER_RELEASE'
    when is_earlier_release then 'EARLIER_RELEASE'
    else 'IN_FORCE'
  end as release_basis,
  is_unit_limit_in_force,
  work_rvu,
  pe_rvu,
  mp_rvu,
  work_gpci,
  pe_gpci,
  mp_gpci,
  conversion_factor,
  medicare_fee_amount,
  -- least skips a null: without a fee there is no amount, whatever the charge.
  cast(if(medicare_fee_amount is null, null, least(medicare_fee_amount, charge_amount)) as decimal(12,2)) as medicare_allowed_amount,
  expected_status,
  expected_basis,
  is_current_medicare,
  expected_allowed_amount,
  coalesce(charge_amount < full_price_amount, false) as is_charge_lower,
  -- greatest skips a null too.
  cast(if(expected_allowed_amount is null, null, round(
    greatest(expected_allowed_amount - coalesce(cost_share_amount, 0), 0)
    * (1 - if(payer_class = 'medicare', coalesce(withheld_share, 0), 0)), 2
  )) as decimal(12,2)) as expected_payment_amount,
  coalesce(is_adjudicated, false) as is_adjudicated,
  coalesce(is_capitated, false) as is_capitated,
  coalesce(is_answered_at_claim_level, false) as is_answered_at_claim_level,
  adjudicated_sequence,
  match_method,
  is_match_ambiguous,
  payment_date,
  date_format(payment_date, 'yyyy-MM') as payment_month,
  payer_claim_control_number,
  adjudicated_hcpcs_code,
  allowed_amount,
  allowed_amount_source,
  cost_share_amount,
  patient_responsibility_amount,
  patient_balance_amount,
  sequestration_amount,
  contractual_amount,
  outside_allowed_amount,
  latest_paid_amount,
  first_payer_paid_amount,
  later_payer_paid_amount,
  first_payment_date,
  first_allowed_amount,
  coalesce(event_count, 0) as event_count,
  coalesce(undecided_answer_count, 0) as undecided_answer_count,
  coalesce(additional_payment_count, 0) as additional_payment_count,
  coalesce(has_denial_beside_payment, false) as has_denial_beside_payment,
  coalesce(has_orphan_reversal, false) as has_orphan_reversal,
  is_in_balance,
  denial_group_code,
  denial_reason_code,
  array_join(sort_array(remark_codes), ' ') as remark_codes,
  coalesce(answer_kind = 'DUPLICATE' and denial_kind = 'denied', false) as is_duplicate,
  coalesce(is_denied, false) as is_denied,
  coalesce(denial_kind = 'reduced' and case
    when expected_allowed_amount is null then is_denial_without_expectation
    when allowed_amount < expected_allowed_amount then is_denial_below_expected
    else is_denial_as_expected
  end, false) as is_partly_denied,
  -- The payer had not answered the corrected claim yet: what it said of the claim before stands.
  coalesce(corrected_claim_date > payment_date, false) as is_awaiting_corrected_answer,
  coalesce(
    first_payer_paid_amount - coalesce(outside_allowed_amount, 0) > allowed_amount - coalesce(cost_share_amount, 0), false
  ) as is_paid_above_allowed
from int_priced_line
