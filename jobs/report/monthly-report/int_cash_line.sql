-- Grain: one month of payment (BPR16) and claim line; what belongs to no line, one payer of the remittances and reason. Every dollar of every remittance once, reversals in their own month. Units: US dollars.
select
  coalesce(date_format(e.payment_date, 'yyyy-MM'), 'unknown') as payment_month,
  e.claim_line_key,
  if(e.claim_line_key is null, e.payer_name, null) as payer_name,
  if(e.claim_line_key is null, e.match_method, null) as reason,
  cast(sum(if(not e.is_reversal and e.payer_sequence = coalesce(l.adjudicated_sequence, 'P'), e.paid_amount, 0)) as decimal(14,2)) as first_payer_paid_amount,
  cast(sum(if(not e.is_reversal and e.payer_sequence <> coalesce(l.adjudicated_sequence, 'P'), e.paid_amount, 0)) as decimal(14,2)) as later_payer_paid_amount,
  cast(sum(if(e.is_reversal, e.paid_amount, 0)) as decimal(14,2)) as reversed_amount,
  cast(sum(e.paid_amount) as decimal(14,2)) as paid_amount
from int_remit_event as e
left join int_adjudicated_line as l
  on e.claim_line_key = l.claim_line_key
where e.paid_amount <> 0
group by
  coalesce(date_format(e.payment_date, 'yyyy-MM'), 'unknown'),
  e.claim_line_key,
  if(e.claim_line_key is null, e.payer_name, null),
  if(e.claim_line_key is null, e.match_method, null)
