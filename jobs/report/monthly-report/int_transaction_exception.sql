-- Grain: one transaction (ST to SE) that is held, another copy of a check, or one fault that went in with a warning. What was held and came whole since is left out. Units: US dollars as sent.
select
  e.disposition,
  e.transaction_set_code,
  e.trace_number,
  e.payer_name,
  e.transaction_date,
  e.transaction_amount,
  e.claim_count,
  e.line_count,
  e.charge_total,
  e.paid_total,
  e.source_file,
  e.file_sha256,
  e.fault_segment_index,
  e.reason,
  e.remedy
from transaction_exception as e
left anti join (
  select file_sha256, segment_index from transaction_exception where disposition = 'RELEASED'
) as r
  on e.disposition = 'HELD' and e.file_sha256 = r.file_sha256 and e.segment_index = r.segment_index
where e.disposition <> 'RELEASED'
