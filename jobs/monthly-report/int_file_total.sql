-- Grain: one source file of the warehouse's tables, with what the tables hold of it. Units: rows, US dollars as sent.
with total as (
  select file_sha256, count(*) as submitted_line_count, sum(charge_amount) as submitted_charge_total,
    0 as remit_line_count, 0 as claim_charge_total, 0 as claim_paid_total, 0 as line_paid_total, 0 as payment_total, 0 as provider_adjustment_total
  from claim_line
  group by file_sha256
  union all
  select file_sha256, 0, 0, count(*), sum(charge_amount), sum(paid_amount),
    coalesce(sum(paid_amount) filter (where remit_line_seq > 0), 0), 0, 0
  from remit_line
  group by file_sha256
  union all
  select file_sha256, 0, 0, 0, 0, 0, 0, sum(payment_amount), 0
  from payment
  group by file_sha256
  union all
  select file_sha256, 0, 0, 0, 0, 0, 0, 0, sum(amount)
  from provider_adjustment
  group by file_sha256
)
select
  file_sha256,
  sum(submitted_line_count) as submitted_line_count,
  cast(sum(submitted_charge_total) as decimal(14,2)) as submitted_charge_total,
  sum(remit_line_count) as remit_line_count,
  cast(sum(claim_charge_total) as decimal(14,2)) as claim_charge_total,
  cast(sum(claim_paid_total) as decimal(14,2)) as claim_paid_total,
  cast(sum(line_paid_total) as decimal(14,2)) as line_paid_total,
  cast(sum(payment_total) as decimal(14,2)) as payment_total,
  cast(sum(provider_adjustment_total) as decimal(14,2)) as provider_adjustment_total
from total
group by file_sha256
