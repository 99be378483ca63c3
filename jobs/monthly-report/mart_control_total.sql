-- Grain: one control. Units: rows or US dollars; is_required says that a difference stops the report.
with
file as (
  select
    count(*) as files,
    coalesce(sum(submitted_line_count), 0) as submitted_line_count,
    coalesce(sum(submitted_charge_total), 0) as submitted_charge_total,
    coalesce(sum(remit_line_count), 0) as remit_line_count,
    coalesce(sum(line_paid_total), 0) as line_paid_total,
    coalesce(sum(claim_paid_total), 0) as claim_paid_total,
    coalesce(sum(payment_total), 0) as payment_total,
    coalesce(sum(provider_adjustment_total), 0) as provider_adjustment_total
  from ingested_file
  where status = 'LOADED'
),
held as (
  select
    sum(submitted_line_count) as submitted_line_count,
    sum(submitted_charge_total) as submitted_charge_total,
    sum(remit_line_count) as remit_line_count,
    sum(line_paid_total) as line_paid_total,
    sum(claim_paid_total) as claim_paid_total,
    sum(payment_total) as payment_total,
    sum(provider_adjustment_total) as provider_adjustment_total
  from int_file_total
),
adjudicated as (
  select
    count(*) as line_count,
    coalesce(sum(charge_amount), 0) as charge_amount,
    coalesce(sum(first_payer_paid_amount), 0) + coalesce(sum(later_payer_paid_amount), 0) as paid_amount,
    count(distinct claim_line_key) as distinct_line_count
  from int_adjudicated_line
),
event as (
  select
    count(*) as remit_row_count,
    coalesce(sum(paid_amount), 0) as paid_amount,
    coalesce(sum(paid_amount) filter (where claim_line_key is not null), 0) as matched_paid_amount,
    coalesce(sum(paid_amount) filter (where claim_line_key is null), 0) as unmatched_paid_amount
  from int_remit_event
),
paid as (
  select coalesce(sum(claim_paid_total - provider_adjustment_total), 0) as explained_amount from payment
)
select ordinal, control, unit, cast(expected_amount as decimal(18,2)) as expected_amount, cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount, is_required
from (
  select 1 as ordinal, 'Claim lines: files read = warehouse' as control, 'rows' as unit, file.submitted_line_count as expected_amount, held.submitted_line_count as found_amount, true as is_required from file cross join held where file.files > 0
  union all select 2, 'Claim charges (SV102): files read = warehouse', 'dollars', file.submitted_charge_total, held.submitted_charge_total, true from file cross join held where file.files > 0
  union all select 3, 'Remittance lines: files read = warehouse', 'rows', file.remit_line_count, held.remit_line_count, true from file cross join held where file.files > 0
  union all select 4, 'Line payments (SVC03): files read = warehouse', 'dollars', file.line_paid_total, held.line_paid_total, true from file cross join held where file.files > 0
  union all select 5, 'Payments (BPR02): files read = warehouse', 'dollars', file.payment_total, held.payment_total, true from file cross join held where file.files > 0
  union all select 6, 'Provider adjustments (PLB): files read = warehouse', 'dollars', file.provider_adjustment_total, held.provider_adjustment_total, true from file cross join held where file.files > 0
  union all select 7, 'Claim payments (CLP04): files read = lines and claim-level rows', 'dollars', file.claim_paid_total, held.claim_paid_total, false from file cross join held where file.files > 0
  union all select 8, 'Claim payments less provider adjustments = payments (BPR02)', 'dollars', held.payment_total, paid.explained_amount, false from held cross join paid
  union all select 9, 'Claim lines: warehouse = adjudicated', 'rows', held.submitted_line_count, adjudicated.line_count, true from held cross join adjudicated
  union all select 10, 'Claim lines: adjudicated = distinct keys', 'rows', adjudicated.line_count, adjudicated.distinct_line_count, true from adjudicated
  union all select 11, 'Claim charges: warehouse = adjudicated', 'dollars', held.submitted_charge_total, adjudicated.charge_amount, true from held cross join adjudicated
  union all select 12, 'Payments to lines: warehouse = matched + not matched', 'dollars', held.claim_paid_total, event.matched_paid_amount + event.unmatched_paid_amount, true from held cross join event
  union all select 13, 'Payments to lines: matched = on adjudicated lines', 'dollars', event.matched_paid_amount, adjudicated.paid_amount, true from event cross join adjudicated
)
order by ordinal
