-- Grain: one service line of a claim payment, or the claim itself (remit_line_seq 0). Units: US dollars as sent, reversals negative.
select
  xxhash64(payment_id, claim_position, remit_line_seq) as remit_line_key,
  xxhash64(payment_id, claim_position) as remit_claim_key,
  payment_id,
  claim_position,
  remit_line_seq,
  claim_id,
  upper(trim(claim_id)) as claim_key,
  coalesce(payee_npi, '') as payee_npi,
  payer_claim_control_number,
  coalesce(claim_status_code, '') as claim_status_code,
  -- A correction sent under status 22 has a charge above zero: only what takes a charge back is a reversal.
  is_reversal and claim_charge_amount <= 0 as is_reversal,
  payer_sequence,
  coalesce(payer_id, '') as payer_id,
  payer_name,
  upper(trim(line_item_control_number)) as line_item_control_number,
  upper(trim(coalesce(submitted_hcpcs_code, hcpcs_code))) as submitted_hcpcs_code,
  upper(case
    when submitted_hcpcs_code is not null then concat_ws(' ', trim(submitted_hcpcs_modifier_1), trim(submitted_hcpcs_modifier_2), trim(submitted_hcpcs_modifier_3), trim(submitted_hcpcs_modifier_4))
    else concat_ws(' ', trim(hcpcs_modifier_1), trim(hcpcs_modifier_2), trim(hcpcs_modifier_3), trim(hcpcs_modifier_4))
  end) as submitted_modifiers,
  upper(trim(hcpcs_code)) as adjudicated_hcpcs_code,
  claim_frequency_code,
  claim_charge_amount,
  claim_paid_amount,
  charge_amount,
  paid_amount,
  reported_allowed_amount,
  deductible_amount,
  coinsurance_amount,
  claim_line_start_date,
  coalesce(claim_line_end_date, claim_line_start_date) as claim_line_end_date,
  service_date_source,
  claim_received_date,
  payment_date,
  concat(
    date_format(coalesce(payment_date, date'1900-01-01'), 'yyyyMMdd'),
    lpad(coalesce(interchange_control_number, ''), 9, '0'),
    lpad(coalesce(group_control_number, ''), 9, '0'),
    lpad(coalesce(transaction_control_number, ''), 9, '0'),
    lpad(cast(claim_position as string), 9, '0')
  ) as event_order,
  array_union(remark_codes, claim_remark_codes) as remark_codes,
  adjustments,
  is_line_in_balance,
  is_claim_in_balance
from remit_line
