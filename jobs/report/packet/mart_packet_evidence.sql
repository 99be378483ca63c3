-- Grain: one denial group of the lines of a packet, with what is needed to have such denials overturned. Units: lines, US dollars.
select
  l.packet_cause,
  e.denial_group,
  e.evidence,
  e.source,
  cast(count(*) as int) as line_count,
  cast(sum(l.disputed_amount) as decimal(12,2)) as disputed_amount
from int_packet_line as l
inner join denial_evidence as e
  on l.worklist_cause = e.denial_group
  and l.payment_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
where l.packet_cause is not null and l.worklist_finding in ('DENIED', 'FREQUENCY_DENIED') and :asked_cause in ('', l.packet_cause)
group by l.packet_cause, e.denial_group, e.evidence, e.source
order by l.packet_cause, e.denial_group, e.evidence
