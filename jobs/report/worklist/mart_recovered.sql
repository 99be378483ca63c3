-- Grain: one payer, cause and month of remittances that came after claims were sent. Units: US dollars allowed now less allowed when sent, below zero where more was taken back than came.
select
  payment_month,
  payer,
  coalesce(worklist_cause, 'Not recorded') as worklist_cause,
  cast(count(distinct concat(billing_npi, ' ', worklist_claim_key)) as int) as claim_count,
  cast(count(distinct claim_line_key) as int) as recovered_line_count,
  cast(sum(recovered_amount) as decimal(18,2)) as recovered_amount
from int_recovered_line
group by payment_month, payer, coalesce(worklist_cause, 'Not recorded')
order by payment_month, payer, worklist_cause
