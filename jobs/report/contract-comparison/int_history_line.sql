-- Grain: one current claim line of the period, and whether it can be compared with Medicare, or why not. Units: US dollars.
select
  l.claim_line_key,
  l.price_key,
  l.payer,
  l.payer_class,
  l.contract,
  l.setting,
  l.hcpcs_code,
  coalesce(f.family, 'Other') as family,
  l.modifiers,
  l.service_month,
  l.service_unit_quantity,
  l.charge_amount,
  l.allowed_amount,
  l.medicare_fee_amount,
  l.expected_allowed_amount,
  l.expected_status,
  cast(l.work_rvu * q.work_quantity as decimal(14,2)) as work_rvu,
  case
    when not l.is_adjudicated and l.is_answered_at_claim_level then 'ANSWERED_AT_CLAIM_LEVEL'
    when not l.is_adjudicated then 'OPEN'
    when l.adjudicated_sequence <> 'P' then 'NO_PRIMARY_REMITTANCE'
    when l.is_denied then 'DENIED'
    when l.allowed_amount is null then 'NO_ALLOWED_AMOUNT'
    when l.allowed_amount <= 0 then 'ALLOWED_NOTHING'
    when l.pricing_status <> 'PRICED' then l.pricing_status
    when l.medicare_fee_amount is null or l.medicare_fee_amount = 0 then 'NO_FEE'
    else 'COMPARED'
  end as comparison_status
from int_adjudicated_line as l
left join procedure_family as f
  on l.hcpcs_code between f.code_from and f.code_to
  and l.service_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
left join int_work_quantity as q
  on l.price_key = q.price_key
where l.line_status = 'current'
  and l.service_month between :first_month and :last_month
