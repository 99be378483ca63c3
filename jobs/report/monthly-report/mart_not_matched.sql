-- Grain: one remit line paid in the report period that belongs to no claim line of the warehouse. Units: US dollars as sent.
select
  r.claim_id,
  e.remit_line_seq,
  e.match_method as reason,
  e.payer_name,
  e.payer_claim_control_number,
  e.claim_status_code,
  e.claim_line_start_date as service_date,
  e.payment_date,
  e.adjudicated_hcpcs_code,
  e.is_reversal,
  e.charge_amount,
  a.allowed_amount,
  e.paid_amount
from int_remit_event as e
inner join int_remit_line as r
  on e.remit_line_key = r.remit_line_key
inner join int_remit_amount as a
  on e.remit_line_key = a.remit_line_key
where e.claim_line_key is null and e.match_method <> 'whole_claim_denied' and date_format(e.payment_date, 'yyyy-MM') between :period_first_month and :report_month
order by paid_amount desc, claim_id, remit_line_seq, payer_claim_control_number, e.event_order
