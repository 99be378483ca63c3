-- Grain: one check, over the whole warehouse. Units: rows concerned, US dollars concerned (charged or paid, as the check says).
with remit as (
  select
    count_if(not is_line_in_balance) as line_count,
    coalesce(sum(abs(paid_amount)) filter (where not is_line_in_balance), 0) as line_amount,
    count(distinct if(not is_claim_in_balance, remit_claim_key, null)) as claim_count,
    coalesce(sum(abs(paid_amount)) filter (where not is_claim_in_balance), 0) as claim_amount,
    count_if(match_method = 'unknown_claim') as unknown_claim_count,
    coalesce(sum(paid_amount) filter (where match_method = 'unknown_claim'), 0) as unknown_claim_amount,
    count_if(match_method = 'unknown_line') as unknown_line_count,
    coalesce(sum(paid_amount) filter (where match_method = 'unknown_line'), 0) as unknown_line_amount,
    count_if(match_method = 'claim_level') as claim_level_count,
    coalesce(sum(paid_amount) filter (where match_method = 'claim_level'), 0) as claim_level_amount,
    count_if(is_orphan_reversal) as orphan_count,
    coalesce(sum(paid_amount) filter (where is_orphan_reversal), 0) as orphan_amount,
    count_if(is_match_ambiguous) as ambiguous_count,
    coalesce(sum(abs(paid_amount)) filter (where is_match_ambiguous), 0) as ambiguous_amount
  from int_remit_event
),
line as (
  select
    count_if(line_status = 'superseded') as superseded_count,
    coalesce(sum(charge_amount) filter (where line_status = 'superseded'), 0) as superseded_amount,
    count_if(line_status in ('voided', 'void_request')) as voided_count,
    coalesce(sum(charge_amount) filter (where line_status in ('voided', 'void_request')), 0) as voided_amount,
    count_if(line_status = 'secondary_submission') as secondary_count,
    coalesce(sum(charge_amount) filter (where line_status = 'secondary_submission'), 0) as secondary_amount,
    count_if(line_status = 'current' and payer_class = 'unmapped') as unmapped_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and payer_class = 'unmapped'), 0) as unmapped_amount,
    count_if(line_status = 'current' and service_date is null) as undated_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and service_date is null), 0) as undated_amount,
    count_if(line_status = 'current' and is_later_release and pricing_status = 'PRICED') as later_release_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and is_later_release and pricing_status = 'PRICED'), 0) as later_release_amount,
    count_if(line_status = 'current' and adjudicated_hcpcs_code <> hcpcs_code) as recoded_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and adjudicated_hcpcs_code <> hcpcs_code), 0) as recoded_amount,
    count_if(line_status = 'current' and is_adjudicated and charge_amount > 0 and allowed_amount = 0 and not is_denied) as zero_allowed_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and is_adjudicated and charge_amount > 0 and allowed_amount = 0 and not is_denied), 0) as zero_allowed_amount,
    count_if(line_status = 'current' and allowed_amount > charge_amount) as over_charge_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and allowed_amount > charge_amount), 0) as over_charge_amount,
    count_if(line_status = 'current' and is_paid_above_allowed) as above_allowed_count,
    coalesce(sum(first_payer_paid_amount - coalesce(outside_allowed_amount, 0) - (allowed_amount - coalesce(cost_share_amount, 0)))
      filter (where line_status = 'current' and is_paid_above_allowed), 0) as above_allowed_amount,
    count_if(line_status = 'current' and has_denial_beside_payment) as unreversed_count,
    coalesce(sum(first_payer_paid_amount) filter (where line_status = 'current' and has_denial_beside_payment), 0) as unreversed_amount,
    count_if(line_status = 'current' and additional_payment_count > 0) as additional_count,
    coalesce(sum(first_payer_paid_amount) filter (where line_status = 'current' and additional_payment_count > 0), 0) as additional_amount,
    count_if(line_status = 'current' and is_answered_at_claim_level and not is_adjudicated) as at_claim_level_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and is_answered_at_claim_level and not is_adjudicated), 0) as at_claim_level_amount,
    count_if(line_status = 'current' and outside_allowed_amount <> 0) as outside_allowed_count,
    coalesce(sum(outside_allowed_amount) filter (where line_status = 'current'), 0) as outside_allowed_amount,
    count_if(line_status = 'current' and match_method = 'date_and_charge') as by_charge_count,
    coalesce(sum(charge_amount) filter (where line_status = 'current' and match_method = 'date_and_charge'), 0) as by_charge_amount,
    count_if(not is_claim_in_balance) as unbalanced_count,
    coalesce(sum(charge_amount) filter (where not is_claim_in_balance), 0) as unbalanced_amount
  from int_adjudicated_line
),
undecided as (
  select
    count_if(a.answer_kind = 'DUPLICATE') as duplicate_count,
    coalesce(sum(e.charge_amount) filter (where a.answer_kind = 'DUPLICATE'), 0) as duplicate_amount,
    count_if(a.answer_kind = 'PENDED') as pended_count,
    coalesce(sum(e.charge_amount) filter (where a.answer_kind = 'PENDED'), 0) as pended_amount,
    count_if(a.answer_kind in ('FORWARDED', 'NOT_OUR_CLAIM')) as forwarded_count,
    coalesce(sum(e.charge_amount) filter (where a.answer_kind in ('FORWARDED', 'NOT_OUR_CLAIM')), 0) as forwarded_amount,
    count_if(a.answer_kind = 'PREDETERMINATION') as estimate_count,
    coalesce(sum(e.charge_amount) filter (where a.answer_kind = 'PREDETERMINATION'), 0) as estimate_amount
  from int_remit_event as e
  inner join int_remit_amount as a
    on e.remit_line_key = a.remit_line_key
  where not e.is_reversal
),
paid as (
  select
    count_if(not is_in_balance) as payment_count,
    coalesce(sum(abs(claim_paid_total - provider_adjustment_total - payment_amount)) filter (where not is_in_balance), 0) as payment_amount
  from payment
),
transaction_row as (
  select
    count_if(disposition = 'HELD' and coalesce(transaction_set_code, '') <> '837') as held_payment_count,
    coalesce(sum(coalesce(transaction_amount, paid_total)) filter (where disposition = 'HELD' and coalesce(transaction_set_code, '') <> '837'), 0) as held_payment_amount,
    count_if(disposition = 'HELD' and transaction_set_code = '837') as held_claim_count,
    coalesce(sum(charge_total) filter (where disposition = 'HELD' and transaction_set_code = '837'), 0) as held_claim_amount,
    count_if(disposition = 'COPY_DIFFERS') as copy_count,
    coalesce(sum(transaction_amount) filter (where disposition = 'COPY_DIFFERS'), 0) as copy_amount,
    count_if(disposition = 'WARNING') as warning_count
  from int_transaction_exception
),
schedule as (
  select
    count_if(pricing_status = 'PRICED' and is_earlier_release) as earlier_release_count,
    coalesce(sum(charge_amount) filter (where pricing_status = 'PRICED' and is_earlier_release), 0) as earlier_release_amount,
    count_if(pricing_status = 'PRICED' and not is_unit_limit_in_force) as unit_limit_count,
    coalesce(sum(charge_amount) filter (where pricing_status = 'PRICED' and not is_unit_limit_in_force), 0) as unit_limit_amount,
    count_if(pricing_status = 'NOT_IN_EXTRACT') as extract_count,
    coalesce(sum(charge_amount) filter (where pricing_status = 'NOT_IN_EXTRACT'), 0) as extract_amount,
    count_if(pricing_status = 'NO_RELEASE') as no_release_count,
    coalesce(sum(charge_amount) filter (where pricing_status = 'NO_RELEASE'), 0) as no_release_amount
  from int_adjudicated_line
  where line_status = 'current'
),
replacement as (
  select
    count(*) as line_count,
    coalesce(sum(c.charge_amount), 0) as charge_amount
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where s.is_earlier_unknown
),
file as (
  select
    count_if(
      (f.status = 'QUARANTINED' and (f.transaction_count = 0 or h.file_sha256 is not null))
      or (f.status in ('LOADED', 'ALREADY_LOADED') and f.reason is not null)
    ) as quarantined_count
  from ingested_file as f
  left join (select distinct file_sha256 from int_transaction_exception where disposition = 'HELD') as h
    on f.file_sha256 = h.file_sha256
)
select stack(
    29,
    'DQ-01', 'Files quarantined whole: nothing of them is in this report', cast(file.quarantined_count as bigint), cast(null as decimal(18,2)), 'unknown',
    'DQ-02', 'Payments whose claims and provider adjustments do not add up to BPR02', cast(paid.payment_count as bigint), cast(paid.payment_amount as decimal(18,2)), 'difference',
    'DQ-03', 'Remittance claims out of balance (CLP03 less adjustments is not CLP04)', cast(remit.claim_count as bigint), cast(remit.claim_amount as decimal(18,2)), 'paid',
    'DQ-04', 'Remittance lines out of balance (SVC02 less adjustments is not SVC03)', cast(remit.line_count as bigint), cast(remit.line_amount as decimal(18,2)), 'paid',
    'DQ-05', 'Submitted lines of claims whose lines do not add up to CLM02', cast(line.unbalanced_count as bigint), cast(line.unbalanced_amount as decimal(18,2)), 'charged',
    'DQ-06', 'Remittance rows for claims that are not in the warehouse', cast(remit.unknown_claim_count as bigint), cast(remit.unknown_claim_amount as decimal(18,2)), 'paid',
    'DQ-07', 'Remittance rows whose claim is known and whose line is not', cast(remit.unknown_line_count as bigint), cast(remit.unknown_line_amount as decimal(18,2)), 'paid',
    'DQ-08', 'Claim-level rows of claims with several lines: not prorated', cast(remit.claim_level_count as bigint), cast(remit.claim_level_amount as decimal(18,2)), 'paid',
    'DQ-09', 'Reversals without the payment they take back', cast(remit.orphan_count as bigint), cast(remit.orphan_amount as decimal(18,2)), 'paid',
    'DQ-10', 'Remittance rows that several claim lines fit equally well', cast(remit.ambiguous_count as bigint), cast(remit.ambiguous_amount as decimal(18,2)), 'paid',
    'DQ-11', 'Lines superseded by a later submission of their claim', cast(line.superseded_count as bigint), cast(line.superseded_amount as decimal(18,2)), 'charged',
    'DQ-12', 'Lines of voided claims and the voids themselves', cast(line.voided_count as bigint), cast(line.voided_amount as decimal(18,2)), 'charged',
    'DQ-13', 'Lines sent again to a later payer: the same service, counted once', cast(line.secondary_count as bigint), cast(line.secondary_amount as decimal(18,2)), 'charged',
    'DQ-14', 'Lines of payers that the practice file does not name', cast(line.unmapped_count as bigint), cast(line.unmapped_amount as decimal(18,2)), 'charged',
    'DQ-15', 'Lines without a date of service', cast(line.undated_count as bigint), cast(line.undated_amount as decimal(18,2)), 'charged',
    'DQ-16', 'Lines priced by a later release of their year, for want of an earlier one', cast(line.later_release_count as bigint), cast(line.later_release_amount as decimal(18,2)), 'charged',
    'DQ-17', 'Lines that the payer adjudicated under another code', cast(line.recoded_count as bigint), cast(line.recoded_amount as decimal(18,2)), 'charged',
    'DQ-18', 'Lines allowed nothing without a denial code', cast(line.zero_allowed_count as bigint), cast(line.zero_allowed_amount as decimal(18,2)), 'charged',
    'DQ-19', 'Lines allowed more than was charged', cast(line.over_charge_count as bigint), cast(line.over_charge_amount as decimal(18,2)), 'charged',
    'DQ-20', 'Answers that decide nothing: duplicates of a claim', cast(undecided.duplicate_count as bigint), cast(undecided.duplicate_amount as decimal(18,2)), 'charged',
    'DQ-21', 'Answers that decide nothing: claims pended', cast(undecided.pended_count as bigint), cast(undecided.pended_amount as decimal(18,2)), 'charged',
    'DQ-22', 'Answers that decide nothing: claims passed on to another payer', cast(undecided.forwarded_count as bigint), cast(undecided.forwarded_amount as decimal(18,2)), 'charged',
    'DQ-23', 'Answers that decide nothing: predeterminations', cast(undecided.estimate_count as bigint), cast(undecided.estimate_amount as decimal(18,2)), 'charged',
    'DQ-24', 'Lines whose first payer paid more than it allowed less the patient''s share', cast(line.above_allowed_count as bigint), cast(line.above_allowed_amount as decimal(18,2)), 'difference',
    'DQ-25', 'Lines paid, then denied without a reversal of the payment: the payment stands', cast(line.unreversed_count as bigint), cast(line.unreversed_amount as decimal(18,2)), 'paid',
    'DQ-26', 'Lines with an additional payment that reverses nothing: the payments add up', cast(line.additional_count as bigint), cast(line.additional_amount as decimal(18,2)), 'paid',
    'DQ-27', 'Lines answered for the whole claim, not by line', cast(line.at_claim_level_count as bigint), cast(line.at_claim_level_amount as decimal(18,2)), 'charged',
    'DQ-28', 'Lines with incentives, penalties or interest beside the allowed amount', cast(line.outside_allowed_count as bigint), cast(line.outside_allowed_amount as decimal(18,2)), 'paid',
    'DQ-29', 'Lines that the remittance was matched to by date and charge alone', cast(line.by_charge_count as bigint), cast(line.by_charge_amount as decimal(18,2)), 'charged'
  ) as (check_id, finding, row_count, amount, amount_is)
from remit
cross join line
cross join undecided
cross join paid
cross join file
union all
select stack(
    4,
    'DQ-30', 'Lines priced by an earlier release than the one in force, which is not loaded', cast(earlier_release_count as bigint), cast(earlier_release_amount as decimal(18,2)), 'charged',
    'DQ-31', 'Lines of a year or payment system without a loaded release: no Medicare price', cast(no_release_count as bigint), cast(no_release_amount as decimal(18,2)), 'charged',
    'DQ-32', 'Priced lines whose units were not held against the unit limits (MUE) in force', cast(unit_limit_count as bigint), cast(unit_limit_amount as decimal(18,2)), 'charged',
    'DQ-33', 'Lines whose code is not in the loaded extract of its release: no Medicare price', cast(extract_count as bigint), cast(extract_amount as decimal(18,2)), 'charged'
  ) as (check_id, finding, row_count, amount, amount_is)
from schedule
union all
select stack(
    4,
    'DQ-34', 'Payments held (ST to SE): nothing of them is in this report', cast(held_payment_count as bigint), cast(held_payment_amount as decimal(18,2)), 'paid',
    'DQ-35', 'Claim transactions held (ST to SE): nothing of them is in this report', cast(held_claim_count as bigint), cast(held_claim_amount as decimal(18,2)), 'charged',
    'DQ-36', 'Copies of a check that differ from the one that counts', cast(copy_count as bigint), cast(copy_amount as decimal(18,2)), 'paid',
    'DQ-37', 'Faults of envelopes and payment dates that went in with a warning', cast(warning_count as bigint), cast(null as decimal(18,2)), 'unknown'
  ) as (check_id, finding, row_count, amount, amount_is)
from transaction_row
union all
select 'DQ-38', 'Lines of corrected or voided claims whose earlier claim is not in the warehouse', line_count, cast(charge_amount as decimal(18,2)), 'charged'
from replacement
order by check_id
