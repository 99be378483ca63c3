-- Grain: one frequency denial of a packet that the count of sessions refutes, with the limit that decides. Units: sessions or injections, as the limit says; counted_count holds the denied session itself.
select
  l.packet_cause,
  l.claim_id,
  l.claim_line_number,
  l.payer_claim_control_number,
  l.service_date,
  l.hcpcs_code,
  l.denial_codes,
  f.region,
  f.title,
  f.policy_from_date,
  f.source,
  f.limit_name,
  f.unit,
  f.cap,
  f.window_from_date,
  f.counted_count,
  f.session_dates,
  l.worklist_claim_key,
  l.billing_npi
from int_packet_line as l
inner join int_frequency_denial as f
  on l.claim_line_key = f.claim_line_key
where l.packet_cause is not null and l.worklist_finding = 'FREQUENCY_DENIED' and :asked_cause in ('', l.packet_cause)
order by l.packet_cause, l.claim_id, l.claim_line_number, l.service_date, l.hcpcs_code, l.claim_line_key
