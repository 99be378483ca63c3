-- Grain: one claim line with payments or reversals dated in the report month. Units: US dollars of that month alone.
select
  l.claim_id,
  l.claim_line_number,
  l.line_status,
  l.payer,
  l.physician,
  l.setting,
  l.service_date,
  l.hcpcs_code,
  l.modifiers,
  l.charge_amount,
  c.first_payer_paid_amount as first_payer_cash_amount,
  c.later_payer_paid_amount as later_payer_cash_amount,
  c.reversed_amount,
  c.paid_amount as cash_amount
from int_cash_line as c
inner join int_adjudicated_line as l
  on c.claim_line_key = l.claim_line_key
where c.payment_month = :report_month
order by cash_amount desc, l.claim_id, l.claim_line_number, c.claim_line_key
