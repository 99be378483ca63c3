-- Grain: one transaction (ST to SE) that did not go in, or one fault that went in with a warning. Units: US dollars as sent.
select
  disposition,
  trace_number,
  payer_name,
  transaction_date,
  transaction_amount,
  claim_count,
  line_count,
  charge_total,
  source_file,
  fault_segment_index,
  reason,
  remedy
from int_transaction_exception
order by disposition, source_file, fault_segment_index, reason
