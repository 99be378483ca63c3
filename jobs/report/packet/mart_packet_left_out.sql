-- Grain: one reason for which findings of the payer are in no packet, and finding. Units: lines, US dollars short, or allowed above expected; null where not known.
select
  left_out_reason,
  worklist_finding,
  cast(count(*) as int) as line_count,
  cast(sum(short_amount) as decimal(12,2)) as short_amount
from int_packet_line
where left_out_reason is not null
group by left_out_reason, worklist_finding
order by left_out_reason, worklist_finding
