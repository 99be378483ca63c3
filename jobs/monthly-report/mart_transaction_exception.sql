-- Grain: one transaction (ST to SE) that did not go in, or one fault that went in with a warning. Units: US dollars as sent.
select
  e.disposition,
  e.trace_number,
  e.payer_name,
  e.transaction_date,
  e.transaction_amount,
  e.claim_count,
  e.line_count,
  e.charge_total,
  e.source_file,
  e.fault_segment_index,
  e.reason,
  e.remedy
from transaction_exception as e
left join (
  select distinct file_sha256, segment_index from transaction_exception where disposition = 'RELEASED'
) as r
  on e.disposition = 'HELD' and e.file_sha256 = r.file_sha256 and e.segment_index = r.segment_index
where e.disposition <> 'RELEASED' and r.file_sha256 is null
order by e.disposition, e.source_file, e.fault_segment_index, e.reason
