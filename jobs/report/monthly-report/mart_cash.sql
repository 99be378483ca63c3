-- Grain: one setting and payer whose claim lines were paid in the report period, or one payer and reason of what belongs to no line. Units: US dollars by payment date (BPR16).
select
  l.setting,
  coalesce(l.payer, c.payer_name) as payer,
  c.reason,
  cast(sum(c.first_payer_paid_amount) as decimal(18,2)) as first_payer_cash_amount,
  cast(sum(c.later_payer_paid_amount) as decimal(18,2)) as later_payer_cash_amount,
  cast(sum(c.reversed_amount) as decimal(18,2)) as reversed_amount,
  cast(sum(c.paid_amount) as decimal(18,2)) as cash_amount
from int_cash_line as c
left join int_adjudicated_line as l
  on c.claim_line_key = l.claim_line_key
where c.payment_month between :period_first_month and :report_month
group by l.setting, coalesce(l.payer, c.payer_name), c.reason
order by reason nulls first, setting, payer
