-- Grain: one control of cash by payment date. Units: rows or US dollars; is_required says that a difference stops the report.
with
-- What the report shows of a month's cash, against the remittances themselves.
cash_month as (
  select
    month,
    sum(remitted_amount) as remitted_amount,
    sum(reported_amount) as reported_amount,
    sum(payment_amount) as payment_amount
  from (
    select coalesce(date_format(p.payment_date, 'yyyy-MM'), 'unknown') as month, r.paid_amount as remitted_amount, 0 as reported_amount, 0 as payment_amount
    from remit_line as r
    left join payment as p
      on r.payment_id = p.payment_id
    where r.paid_amount <> 0
    union all
    select payment_month, 0, paid_amount, 0 from int_cash_line
    union all
    select coalesce(date_format(payment_date, 'yyyy-MM'), 'unknown'), 0, 0, payment_amount + provider_adjustment_total from payment
  ) as moved
  group by month
),
cash_total as (
  select
    coalesce(sum(remitted_amount) filter (where month between :period_first_month and :report_month), 0) as remitted,
    coalesce(sum(reported_amount) filter (where month between :period_first_month and :report_month), 0) as reported,
    coalesce(sum(payment_amount) filter (where month between :period_first_month and :report_month), 0) as payments,
    count(*) as months,
    count_if(remitted_amount = reported_amount) as tied_months
  from cash_month
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
    15, concat('Paid in the report ', lower(:period_unit), ' (BPR16): remittances = on lines + on no line'), 'dollars', cast(cash_total.remitted as decimal(18,2)), cast(cash_total.reported as decimal(18,2)), true,
    16, 'Months of payment: all = tied to their remittances to the cent', 'rows', cast(cash_total.months as decimal(18,2)), cast(cash_total.tied_months as decimal(18,2)), true,
    17, concat('Paid in the report ', lower(:period_unit), ' = payments (BPR02) + provider adjustments'), 'dollars', cast(cash_total.payments as decimal(18,2)), cast(cash_total.reported as decimal(18,2)), false
  ) as (ordinal, control, unit, expected_amount, found_amount, is_required)
  from cash_total
) as control
order by ordinal
