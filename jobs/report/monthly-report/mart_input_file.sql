-- Grain: one file that ingestion was given. Units: US dollars as counted while the file was read; difference_amount is against the warehouse's tables, all totals added up absolutely.
select
  f.source_file,
  f.status,
  f.reason,
  f.segment_index,
  f.transaction_count,
  f.duplicate_transaction_count,
  f.submitted_line_count,
  f.submitted_charge_total,
  f.remit_line_count,
  f.claim_charge_total,
  f.claim_paid_total,
  f.line_paid_total,
  f.provider_adjustment_total,
  f.payment_total,
  cast(
    abs(f.submitted_charge_total - coalesce(t.submitted_charge_total, 0))
    + abs(f.line_paid_total - coalesce(t.line_paid_total, 0))
    + abs(f.payment_total - coalesce(t.payment_total, 0))
    + abs(f.provider_adjustment_total - coalesce(t.provider_adjustment_total, 0))
    + abs(f.submitted_line_count - coalesce(t.submitted_line_count, 0))
    + abs(f.remit_line_count - coalesce(t.remit_line_count, 0)) as decimal(14,2)
  ) as difference_amount
from ingested_file as f
left join int_file_total as t
  on f.file_sha256 = t.file_sha256 and f.status = 'LOADED'
order by f.status desc, f.source_file
