-- Grain: one control. Units: rows or US dollars; is_required says that a difference stops the report.
with
file_total as (
  select
    count(*) as files,
    coalesce(sum(submitted_line_count), 0) as submitted_lines,
    coalesce(sum(submitted_charge_total), 0) as submitted_charges,
    coalesce(sum(remit_line_count), 0) as remit_lines,
    coalesce(sum(line_paid_total), 0) as line_paid,
    coalesce(sum(claim_paid_total), 0) as claim_paid,
    coalesce(sum(payment_total), 0) as payments,
    coalesce(sum(provider_adjustment_total), 0) as provider_adjustments
  from ingested_file
  where status = 'LOADED'
),
warehouse_total as (
  select
    coalesce(sum(submitted_line_count), 0) as submitted_lines,
    coalesce(sum(submitted_charge_total), 0) as submitted_charges,
    coalesce(sum(remit_line_count), 0) as remit_lines,
    coalesce(sum(line_paid_total), 0) as line_paid,
    coalesce(sum(claim_paid_total), 0) as claim_paid,
    coalesce(sum(payment_total), 0) as payments,
    coalesce(sum(provider_adjustment_total), 0) as provider_adjustments,
    -- What came after the day that the report is as of is on file, and not adjudicated.
    coalesce(sum(submitted_line_count - later_line_count), 0) as known_lines,
    coalesce(sum(submitted_charge_total - later_charge_total), 0) as known_charges,
    coalesce(sum(claim_paid_total - later_paid_total), 0) as known_paid
  from int_file_total
),
adjudicated_total as (
  select
    count(*) as lines,
    count(distinct claim_line_key) as distinct_lines,
    coalesce(sum(charge_amount), 0) as charges,
    coalesce(sum(first_payer_paid_amount), 0) + coalesce(sum(later_payer_paid_amount), 0) as paid
  from int_adjudicated_line
),
event_total as (
  select
    coalesce(sum(paid_amount) filter (where claim_line_key is not null), 0) as matched_paid,
    coalesce(sum(paid_amount) filter (where claim_line_key is null), 0) as unmatched_paid
  from int_remit_event
),
denial_total as (
  -- Of the cash itself, not of what the answers were taken to say.
  select count(*) as paid_lines
  from (
    select claim_line_key, payer_sequence, sum(paid_amount) as paid_amount
    from int_remit_event
    where claim_line_key is not null
    group by claim_line_key, payer_sequence
  ) as e
  inner join int_adjudicated_line as l
    on e.claim_line_key = l.claim_line_key and e.payer_sequence = l.adjudicated_sequence
  where l.is_denied and e.paid_amount > coalesce(l.outside_allowed_amount, 0)
),
remittance_total as (
  select
    coalesce(sum(payment_amount), 0) as payments,
    coalesce(sum(claim_paid_total - provider_adjustment_total), 0) as explained
  from payment
),
control as (
  select stack(
    14,
    1, 'Claim lines: files read = warehouse', 'rows', cast(file_total.submitted_lines as decimal(18,2)), cast(warehouse_total.submitted_lines as decimal(18,2)), true, cast(file_total.files as bigint),
    2, 'Claim charges (SV102): files read = warehouse', 'dollars', cast(file_total.submitted_charges as decimal(18,2)), cast(warehouse_total.submitted_charges as decimal(18,2)), true, cast(file_total.files as bigint),
    3, 'Remittance lines: files read = warehouse', 'rows', cast(file_total.remit_lines as decimal(18,2)), cast(warehouse_total.remit_lines as decimal(18,2)), true, cast(file_total.files as bigint),
    4, 'Line payments (SVC03): files read = warehouse', 'dollars', cast(file_total.line_paid as decimal(18,2)), cast(warehouse_total.line_paid as decimal(18,2)), true, cast(file_total.files as bigint),
    5, 'Payments (BPR02): files read = warehouse', 'dollars', cast(file_total.payments as decimal(18,2)), cast(warehouse_total.payments as decimal(18,2)), true, cast(file_total.files as bigint),
    6, 'Provider adjustments (PLB): files read = warehouse', 'dollars', cast(file_total.provider_adjustments as decimal(18,2)), cast(warehouse_total.provider_adjustments as decimal(18,2)), true, cast(file_total.files as bigint),
    7, 'Claim payments (CLP04): files read = lines and claim-level rows', 'dollars', cast(file_total.claim_paid as decimal(18,2)), cast(warehouse_total.claim_paid as decimal(18,2)), true, cast(file_total.files as bigint),
    8, 'Claim payments less provider adjustments = payments (BPR02)', 'dollars', cast(remittance_total.payments as decimal(18,2)), cast(remittance_total.explained as decimal(18,2)), false, cast(1 as bigint),
    9, 'Claim lines: warehouse = adjudicated', 'rows', cast(warehouse_total.known_lines as decimal(18,2)), cast(adjudicated_total.lines as decimal(18,2)), true, cast(1 as bigint),
    10, 'Claim lines: adjudicated = distinct keys', 'rows', cast(adjudicated_total.lines as decimal(18,2)), cast(adjudicated_total.distinct_lines as decimal(18,2)), true, cast(1 as bigint),
    11, 'Claim charges: warehouse = adjudicated', 'dollars', cast(warehouse_total.known_charges as decimal(18,2)), cast(adjudicated_total.charges as decimal(18,2)), true, cast(1 as bigint),
    12, 'Payments to lines: warehouse = matched + not matched', 'dollars', cast(warehouse_total.known_paid as decimal(18,2)), cast(event_total.matched_paid + event_total.unmatched_paid as decimal(18,2)), true, cast(1 as bigint),
    13, 'Payments to lines: matched = on adjudicated lines', 'dollars', cast(event_total.matched_paid as decimal(18,2)), cast(adjudicated_total.paid as decimal(18,2)), true, cast(1 as bigint),
    14, 'Lines denied in full that the first payer paid: none', 'rows', cast(0 as decimal(18,2)), cast(denial_total.paid_lines as decimal(18,2)), true, cast(1 as bigint)
  ) as (ordinal, control, unit, expected_amount, found_amount, is_required, files)
  from file_total
  cross join warehouse_total
  cross join adjudicated_total
  cross join event_total
  cross join denial_total
  cross join remittance_total
)
select
  ordinal,
  control,
  unit,
  cast(expected_amount as decimal(18,2)) as expected_amount,
  cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount,
  is_required
from control
where files > 0
order by ordinal
