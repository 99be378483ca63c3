-- Grain: one control of money to give back. Units: US dollars; is_required says that a difference stops the report.
with overpaid as (
  select coalesce(sum(overpayment_amount), 0) as amount
  from int_overpaid_line
),
shown as (
  select
    coalesce(sum(overpayment_amount) filter (where overpayment_kind <> 'RECOUPED'), 0) as overpaid_amount,
    coalesce(sum(overpayment_amount), 0) as amount,
    coalesce(sum(owed_back_amount + being_taken_back_amount + taken_back_amount + not_tied_amount), 0) as stated_amount
  from int_credit_balance
),
adjusted as (
  select coalesce(sum(a.amount), 0) as amount
  from provider_adjustment as a
  inner join payment as p
    on a.payment_id = p.payment_id
  cross join int_open_item_date as d
  where p.payment_date <= d.open_as_of_date
    and upper(trim(a.adjustment_code)) in (select adjustment_code from provider_adjustment_role where adjustment_role <> 'interest')
),
recouped as (
  select coalesce(sum(adjustment_total), 0) as amount
  from int_recoupment
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
    3,
    20, 'Overpayments: of claim lines = of claims and payers', 'dollars', cast(overpaid.amount as decimal(18,2)), cast(shown.overpaid_amount as decimal(18,2)), true,
    21, 'Credit balances: found = owed + being taken + taken back + not tied', 'dollars', cast(shown.amount as decimal(18,2)), cast(shown.stated_amount as decimal(18,2)), true,
    22, 'Recoupments (PLB WO, FB, 72): warehouse = of claims + not tied', 'dollars', cast(adjusted.amount as decimal(18,2)), cast(recouped.amount as decimal(18,2)), true
  ) as (ordinal, control, unit, expected_amount, found_amount, is_required)
  from overpaid
  cross join shown
  cross join adjusted
  cross join recouped
) as control
order by ordinal
