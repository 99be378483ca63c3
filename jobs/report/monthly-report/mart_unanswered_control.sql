-- Grain: one control of unanswered claim lines. Units: rows or US dollars; is_required says that a difference stops the report.
with line as (
  select
    count(*) as line_count,
    coalesce(sum(charge_amount), 0) as charge_amount
  from claim_line
),
answered as (
  select
    count(*) as line_count,
    coalesce(sum(charge_amount), 0) as charge_amount
  from int_answer_state
  where answer_state not in ('UNANSWERED', 'TAKEN_BACK', 'SENT_AGAIN', 'LATER_PAYER')
),
unanswered as (
  select
    coalesce(sum(line_count), 0) as line_count,
    coalesce(sum(charge_amount), 0) as charge_amount
  from int_unanswered_claim
)
select
  ordinal,
  control,
  unit,
  cast(expected_amount as decimal(18,2)) as expected_amount,
  cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount,
  is_required
from (
  select stack(
    2,
    18, 'Claim lines: warehouse = unanswered + answered + replaced, voided, later', 'rows', cast(line.line_count as decimal(18,2)), cast(unanswered.line_count + answered.line_count as decimal(18,2)), true,
    19, 'Claim charges: warehouse = unanswered + answered + replaced, voided, later', 'dollars', cast(line.charge_amount as decimal(18,2)), cast(unanswered.charge_amount + answered.charge_amount as decimal(18,2)), true
  ) as (ordinal, control, unit, expected_amount, found_amount, is_required)
  from line
  cross join answered
  cross join unanswered
) as control
order by ordinal
