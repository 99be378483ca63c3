-- Grain: one claim of a packet. Units: US dollars; disputed_amount is expected less allowed. deadline_date is the earliest of its lines.
select
  packet_cause,
  max_by(claim_id, struct(service_date, claim_line_number, claim_id)) as claim_id,
  max_by(payer_claim_control_number, struct(payment_date, payer_claim_control_number)) as payer_claim_control_number,
  billing_npi,
  min(service_date) as first_service_date,
  max(service_date) as last_service_date,
  cast(count(*) as int) as line_count,
  array_join(sort_array(collect_set(worklist_cause)), '; ') as worklist_causes,
  cast(sum(charge_amount) as decimal(12,2)) as charge_amount,
  cast(sum(expected_allowed_amount) as decimal(12,2)) as expected_allowed_amount,
  cast(sum(allowed_amount) as decimal(12,2)) as allowed_amount,
  cast(sum(disputed_amount) as decimal(12,2)) as disputed_amount,
  min(deadline_date) as deadline_date,
  worklist_claim_key
from int_packet_line
where packet_cause is not null and :asked_cause in ('', packet_cause)
group by packet_cause, billing_npi, worklist_claim_key
order by packet_cause, disputed_amount desc, claim_id, billing_npi, worklist_claim_key
