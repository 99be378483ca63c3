-- Grain: one check of claim lines, over the whole warehouse. Units: lines concerned, US dollars concerned.
with line as (
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
)
select stack(
    16,
    'DQ-05', 'Submitted lines of claims whose lines do not add up to CLM02', cast(unbalanced_count as bigint), cast(unbalanced_amount as decimal(18,2)), 'charged',
    'DQ-11', 'Lines superseded by a later submission of their claim', cast(superseded_count as bigint), cast(superseded_amount as decimal(18,2)), 'charged',
    'DQ-12', 'Lines of voided claims and the voids themselves', cast(voided_count as bigint), cast(voided_amount as decimal(18,2)), 'charged',
    'DQ-13', 'Lines sent again to a later payer: the same service, counted once', cast(secondary_count as bigint), cast(secondary_amount as decimal(18,2)), 'charged',
    'DQ-14', 'Lines of payers that the practice file does not name', cast(unmapped_count as bigint), cast(unmapped_amount as decimal(18,2)), 'charged',
    'DQ-15', 'Lines without a date of service', cast(undated_count as bigint), cast(undated_amount as decimal(18,2)), 'charged',
    'DQ-16', 'Lines priced by a later release of their year, for want of an earlier one', cast(later_release_count as bigint), cast(later_release_amount as decimal(18,2)), 'charged',
    'DQ-17', 'Lines that the payer adjudicated under another code', cast(recoded_count as bigint), cast(recoded_amount as decimal(18,2)), 'charged',
    'DQ-18', 'Lines allowed nothing without a denial code', cast(zero_allowed_count as bigint), cast(zero_allowed_amount as decimal(18,2)), 'charged',
    'DQ-19', 'Lines allowed more than was charged', cast(over_charge_count as bigint), cast(over_charge_amount as decimal(18,2)), 'charged',
    'DQ-24', 'Lines whose first payer paid more than it allowed less the patient''s share', cast(above_allowed_count as bigint), cast(above_allowed_amount as decimal(18,2)), 'difference',
    'DQ-25', 'Lines paid, then denied without a reversal of the payment: the payment stands', cast(unreversed_count as bigint), cast(unreversed_amount as decimal(18,2)), 'paid',
    'DQ-26', 'Lines with an additional payment that reverses nothing: the payments add up', cast(additional_count as bigint), cast(additional_amount as decimal(18,2)), 'paid',
    'DQ-27', 'Lines answered for the whole claim, not by line', cast(at_claim_level_count as bigint), cast(at_claim_level_amount as decimal(18,2)), 'charged',
    'DQ-28', 'Lines with incentives, penalties or interest beside the allowed amount', cast(outside_allowed_count as bigint), cast(outside_allowed_amount as decimal(18,2)), 'paid',
    'DQ-29', 'Lines that the remittance was matched to by date and charge alone', cast(by_charge_count as bigint), cast(by_charge_amount as decimal(18,2)), 'charged'
  ) as (check_id, finding, row_count, amount, amount_is)
from line
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
select 'DQ-38', 'Lines of corrected or voided claims whose earlier claim is not in the warehouse', line_count, cast(charge_amount as decimal(18,2)), 'charged'
from replacement
