-- Grain: one claim line with payments or reversals dated in the report period. Units: US dollars of that period alone.
with line_cash as (
  select
    claim_line_key,
    cast(sum(first_payer_paid_amount) as decimal(14,2)) as first_payer_cash_amount,
    cast(sum(later_payer_paid_amount) as decimal(14,2)) as later_payer_cash_amount,
    cast(sum(reversed_amount) as decimal(14,2)) as reversed_amount,
    cast(sum(paid_amount) as decimal(14,2)) as cash_amount
  from int_cash_line
  where payment_month between :period_first_month and :report_month
  group by claim_line_key
)
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
  c.first_payer_cash_amount,
  c.later_payer_cash_amount,
  c.reversed_amount,
  c.cash_amount
from line_cash as c
inner join int_adjudicated_line as l
  on c.claim_line_key = l.claim_line_key
order by cash_amount desc, l.claim_id, l.claim_line_number, c.claim_line_key
