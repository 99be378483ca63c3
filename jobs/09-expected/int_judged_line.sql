-- Grain: one current claim line, judged: compared, underpaid, overpaid, or why not. Units: US dollars; variance is allowed less expected.
with varied_line as (
  select
    *,
    case
      when expected_status = 'PRICED' and adjudicated_sequence = 'P' and is_adjudicated
        then cast(allowed_amount - expected_allowed_amount as decimal(12,2))
    end as variance_amount
  from int_adjudicated_line
  where line_status = 'current'
)
select
  *,
  cast(coalesce(first_payer_paid_amount, 0) + coalesce(later_payer_paid_amount, 0) as decimal(12,2)) as paid_amount,
  case
    when not is_adjudicated and is_answered_at_claim_level then 'ANSWERED_AT_CLAIM_LEVEL'
    when not is_adjudicated then 'OPEN'
    when adjudicated_sequence <> 'P' then 'NO_PRIMARY_REMITTANCE'
    when expected_status <> 'PRICED' then expected_status
    when allowed_amount is null and is_capitated then 'CAPITATED'
    when allowed_amount is null then 'NO_ALLOWED_AMOUNT'
    else 'COMPARED'
  end as judgment,
  -- What the payer paid above what it allowed is a finding of its own, not an underpayment.
  coalesce(not is_denied and not is_paid_above_allowed
    and variance_amount <= - :underpaid_amount
    and variance_amount <= - :underpaid_share * expected_allowed_amount, false) as is_underpaid,
  coalesce(not is_denied and not is_paid_above_allowed
    and variance_amount <= - :queue_amount
    and variance_amount <= - :queue_share * expected_allowed_amount, false) as is_worth_working,
  coalesce(not is_denied
    and variance_amount >= :underpaid_amount
    and variance_amount >= :underpaid_share * expected_allowed_amount, false) as is_overpaid
from varied_line
