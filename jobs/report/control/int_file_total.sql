-- Grain: one source file of the warehouse's tables, with what the tables hold of it, and what of that is later than the day the report is as of. Units: rows, US dollars as sent.
with line as (
  select file_sha256, charge_amount, false as is_later from claim_line
  union all
  select file_sha256, charge_amount, true from later_claim_line
),
remit as (
  select file_sha256, remit_line_seq, charge_amount, paid_amount, false as is_later from remit_line
  union all
  select file_sha256, remit_line_seq, charge_amount, paid_amount, true from later_remit_line
),
file_payment as (
  select file_sha256, payment_amount from payment
  union all
  select file_sha256, payment_amount from later_payment
),
total as (
  select file_sha256, count(*) as submitted_line_count, sum(charge_amount) as submitted_charge_total,
    0 as remit_line_count, 0 as claim_charge_total, 0 as claim_paid_total, 0 as line_paid_total, 0 as payment_total, 0 as provider_adjustment_total,
    count_if(is_later) as later_line_count, coalesce(sum(charge_amount) filter (where is_later), 0) as later_charge_total, 0 as later_paid_total
  from line
  group by file_sha256
  union all
  select file_sha256, 0, 0, count(*), sum(charge_amount), sum(paid_amount),
    coalesce(sum(paid_amount) filter (where remit_line_seq > 0), 0), 0, 0, 0, 0, coalesce(sum(paid_amount) filter (where is_later), 0)
  from remit
  group by file_sha256
  union all
  select file_sha256, 0, 0, 0, 0, 0, 0, sum(payment_amount), 0, 0, 0, 0
  from file_payment
  group by file_sha256
  union all
  select file_sha256, 0, 0, 0, 0, 0, 0, 0, sum(amount), 0, 0, 0
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
  cast(sum(provider_adjustment_total) as decimal(14,2)) as provider_adjustment_total,
  sum(later_line_count) as later_line_count,
  cast(sum(later_charge_total) as decimal(14,2)) as later_charge_total,
  cast(sum(later_paid_total) as decimal(14,2)) as later_paid_total
from total
group by file_sha256
