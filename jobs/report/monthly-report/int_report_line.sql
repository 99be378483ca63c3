-- Grain: one current claim line of the months through the report's last that it looks back to, judged: compared, underpaid, denied, or why not. Units: US dollars.
with dated_line as (
  select
    *,
    case
      when :date_basis = 'service' then service_month
      when is_adjudicated then payment_month
      else 'open'
    end as report_month,
    case
      when expected_status = 'PRICED' and adjudicated_sequence = 'P' and is_adjudicated
        then cast(allowed_amount - expected_allowed_amount as decimal(12,2))
    end as variance_amount
  from int_adjudicated_line
  where line_status = 'current'
)
select
  d.*,
  cast(coalesce(d.first_payer_paid_amount, 0) + coalesce(d.later_payer_paid_amount, 0) as decimal(12,2)) as paid_amount,
  case
    when not d.is_adjudicated and d.is_answered_at_claim_level then 'ANSWERED_AT_CLAIM_LEVEL'
    when not d.is_adjudicated then 'OPEN'
    when d.adjudicated_sequence <> 'P' then 'NO_PRIMARY_REMITTANCE'
    when d.expected_status <> 'PRICED' then d.expected_status
    when d.allowed_amount is null and d.is_capitated then 'CAPITATED'
    when d.allowed_amount is null then 'NO_ALLOWED_AMOUNT'
    else 'COMPARED'
  end as judgment,
  -- What the payer paid above what it allowed is a finding of its own, not an underpayment.
  coalesce(not d.is_denied and not d.is_paid_above_allowed
    and d.variance_amount <= - :underpaid_amount
    and d.variance_amount <= - :underpaid_share * d.expected_allowed_amount, false) as is_underpaid,
  coalesce(not d.is_denied and not d.is_paid_above_allowed
    and d.variance_amount <= - :queue_amount
    and d.variance_amount <= - :queue_share * d.expected_allowed_amount, false) as is_worth_working,
  coalesce(not d.is_denied
    and d.variance_amount >= :underpaid_amount
    and d.variance_amount >= :underpaid_share * d.expected_allowed_amount, false) as is_overpaid,
  -- A denial that no row of the table groups is in a group all the same.
  if(d.is_denied or d.is_partly_denied, coalesce(c.denial_group, 'Other'), null) as denial_group,
  if(d.is_denied or d.is_partly_denied, coalesce(c.denial_reason, 'Other'), null) as denial_reason,
  if(d.is_denied or d.is_partly_denied, coalesce(c.denial_owner, 'Unassigned'), null) as denial_owner,
  if(d.is_denied or d.is_partly_denied, coalesce(c.preventable, 'unknown'), null) as preventable,
  d.is_adjudicated
    and d.charge_amount > 0
    and not d.is_duplicate
    and (d.is_denied or f.exclusion is distinct from 'CAPITATED') as is_in_denial_rate,
  w.work_quantity,
  coalesce(d.is_adjudicated and (d.allowed_amount > 0 or d.is_denied and w.is_denied_counted), false) as is_work_counted
from dated_line as d
left join int_work_quantity as w
  on d.price_key = w.price_key
left join int_first_answer as f
  on d.claim_line_key = f.claim_line_key
left join int_denial_combination as c
  on if(d.is_denied or d.is_partly_denied, coalesce(d.remark_codes, ''), null) = c.remark_codes
  and d.denial_reason_code <=> c.denial_reason_code
  and d.payment_month <=> c.payment_month
where d.report_month between :first_month and :report_month
  or d.report_month = 'open'
  or d.report_month = 'unknown'
