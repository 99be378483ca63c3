-- Grain: one service line of a claim payment, or the claim itself (remit_line_seq 0); adjustments of the claim that leave nothing paid are laid on its lines. Units: US dollars, reversals negative.
with line as (
  select
    r.*,
    a.reason,
    coalesce(a.is_of_all_lines, false) as is_laid_on_lines,
    cast(
      r.charge_amount - aggregate(
        transform(r.adjustments, a -> cast(a.amount as decimal(22,2))),
        cast(0 as decimal(22,2)),
        (total, amount) -> cast(total + amount as decimal(22,2))
      ) as decimal(12,2)
    ) as left_amount,
    a.remit_claim_key is not null and not r.is_line_in_balance and r.paid_amount = 0 as is_unexplained
  from stg_remit_line as r
  left join int_claim_level_adjustment as a
    on r.remit_claim_key = a.remit_claim_key
)
select
  remit_line_key,
  remit_claim_key,
  payment_id,
  remit_line_seq,
  claim_id,
  claim_key,
  payee_npi,
  payer_claim_control_number,
  claim_status_code,
  claim_frequency_code,
  is_reversal,
  payer_sequence,
  payer_id,
  payer_name,
  line_item_control_number,
  submitted_hcpcs_code,
  submitted_modifiers,
  adjudicated_hcpcs_code,
  charge_amount,
  cast(if(is_laid_on_lines, 0, paid_amount) as decimal(12,2)) as paid_amount,
  reported_allowed_amount,
  claim_line_start_date,
  claim_line_end_date,
  payment_date,
  event_order,
  remark_codes,
  if(is_laid_on_lines, left_amount, 0) as laid_amount,
  if(is_laid_on_lines, reason, null) as laid_reason,
  -- The claim's adjustments explain the line and cannot be divided among lines.
  is_unexplained and not is_laid_on_lines and remit_line_seq > 0 as is_answered_at_claim_level,
  is_laid_on_lines and reason.role <> 'cost_share' as is_taken_at_claim_level,
  is_line_in_balance,
  is_claim_in_balance
from line
where not (is_laid_on_lines and remit_line_seq = 0)
