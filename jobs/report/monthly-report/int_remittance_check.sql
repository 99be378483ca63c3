-- Grain: one check of payments and remittance lines, over the whole warehouse. Units: rows concerned, US dollars concerned.
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
undecided_answer as (
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
unbalanced_payment as (
  select
    count_if(not is_in_balance) as payment_count,
    coalesce(sum(abs(claim_paid_total - provider_adjustment_total - payment_amount)) filter (where not is_in_balance), 0) as payment_amount
  from payment
)
select stack(
    7,
    'DQ-03', 'Remittance claims out of balance (CLP03 less adjustments is not CLP04)', cast(claim_count as bigint), cast(claim_amount as decimal(18,2)), 'paid',
    'DQ-04', 'Remittance lines out of balance (SVC02 less adjustments is not SVC03)', cast(line_count as bigint), cast(line_amount as decimal(18,2)), 'paid',
    'DQ-06', 'Remittance rows for claims that are not in the warehouse', cast(unknown_claim_count as bigint), cast(unknown_claim_amount as decimal(18,2)), 'paid',
    'DQ-07', 'Remittance rows whose claim is known and whose line is not', cast(unknown_line_count as bigint), cast(unknown_line_amount as decimal(18,2)), 'paid',
    'DQ-08', 'Claim-level rows of claims with several lines: not prorated', cast(claim_level_count as bigint), cast(claim_level_amount as decimal(18,2)), 'paid',
    'DQ-09', 'Reversals without the payment they take back', cast(orphan_count as bigint), cast(orphan_amount as decimal(18,2)), 'paid',
    'DQ-10', 'Remittance rows that several claim lines fit equally well', cast(ambiguous_count as bigint), cast(ambiguous_amount as decimal(18,2)), 'paid'
  ) as (check_id, finding, row_count, amount, amount_is)
from remit
union all
select stack(
    4,
    'DQ-20', 'Answers that decide nothing: duplicates of a claim', cast(duplicate_count as bigint), cast(duplicate_amount as decimal(18,2)), 'charged',
    'DQ-21', 'Answers that decide nothing: claims pended', cast(pended_count as bigint), cast(pended_amount as decimal(18,2)), 'charged',
    'DQ-22', 'Answers that decide nothing: claims passed on to another payer', cast(forwarded_count as bigint), cast(forwarded_amount as decimal(18,2)), 'charged',
    'DQ-23', 'Answers that decide nothing: predeterminations', cast(estimate_count as bigint), cast(estimate_amount as decimal(18,2)), 'charged'
  ) as (check_id, finding, row_count, amount, amount_is)
from undecided_answer
union all
select stack(
    1,
    'DQ-02', 'Payments whose claims and provider adjustments do not add up to BPR02', cast(payment_count as bigint), cast(payment_amount as decimal(18,2)), 'difference'
  ) as (check_id, finding, row_count, amount, amount_is)
from unbalanced_payment
