-- Grain: one packet: the claims of the payer that one letter is about. Units: claims, lines, US dollars; disputed_amount is expected less allowed; cause lines are those of the packet's own cause.
select
  l.payer,
  l.packet_cause,
  if(max(l.worklist_finding = 'UNDERPAID' and l.worklist_cause = l.packet_cause), 'UNDERPAYMENT', 'DENIAL') as packet_kind,
  cast(count(distinct concat(l.billing_npi, ' ', l.worklist_claim_key)) as int) as claim_count,
  cast(count(*) as int) as line_count,
  cast(count_if(l.worklist_cause = l.packet_cause) as int) as cause_line_count,
  max(if(l.worklist_cause = l.packet_cause, c.cause_wording, null)) as cause_wording,
  max(if(l.worklist_cause = l.packet_cause, c.broken_rule, null)) as broken_rule,
  array_join(sort_array(collect_set(l.billing_npi)), ' ') as billing_npis,
  min(l.service_date) as first_service_date,
  max(l.service_date) as last_service_date,
  cast(sum(l.charge_amount) as decimal(12,2)) as charge_amount,
  cast(sum(l.expected_allowed_amount) as decimal(12,2)) as expected_allowed_amount,
  cast(sum(l.allowed_amount) as decimal(12,2)) as allowed_amount,
  cast(sum(l.disputed_amount) as decimal(12,2)) as disputed_amount,
  min(l.deadline_date) as deadline_date,
  max(l.is_appeal_window_default) as is_appeal_window_default,
  cast(count_if(l.worklist_finding = 'FREQUENCY_DENIED') as int) as refuted_line_count
from int_packet_line as l
left join int_line_cause as c
  on l.claim_line_key = c.claim_line_key and l.worklist_finding = 'UNDERPAID'
where l.packet_cause is not null and :asked_cause in ('', l.packet_cause)
group by l.payer, l.packet_cause
order by disputed_amount desc, l.packet_cause
