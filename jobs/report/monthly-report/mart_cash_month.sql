-- Grain: one month of payment (BPR16), of all months on file. Units: US dollars; a positive provider adjustment (PLB) lowers the payment; difference_amount is payments (BPR02) less what claims and provider adjustments make of them.
with cash_movement as (
  select
    payment_month,
    first_payer_paid_amount as first_payer_cash_amount,
    later_payer_paid_amount as later_payer_cash_amount,
    reversed_amount,
    if(claim_line_key is not null, paid_amount, 0) as line_cash_amount,
    if(claim_line_key is null, paid_amount, 0) as unmatched_cash_amount,
    paid_amount as cash_amount,
    0 as provider_adjustment_amount,
    0 as payment_amount
  from int_cash_line
  union all
  select
    coalesce(date_format(payment_date, 'yyyy-MM'), 'unknown'),
    0, 0, 0, 0, 0, 0,
    provider_adjustment_total,
    payment_amount
  from payment
)
select
  payment_month,
  cast(sum(first_payer_cash_amount) as decimal(18,2)) as first_payer_cash_amount,
  cast(sum(later_payer_cash_amount) as decimal(18,2)) as later_payer_cash_amount,
  cast(sum(reversed_amount) as decimal(18,2)) as reversed_amount,
  cast(sum(line_cash_amount) as decimal(18,2)) as line_cash_amount,
  cast(sum(unmatched_cash_amount) as decimal(18,2)) as unmatched_cash_amount,
  cast(sum(cash_amount) as decimal(18,2)) as cash_amount,
  cast(sum(provider_adjustment_amount) as decimal(18,2)) as provider_adjustment_amount,
  cast(sum(payment_amount) as decimal(18,2)) as payment_amount,
  cast(sum(payment_amount) + sum(provider_adjustment_amount) - sum(cash_amount) as decimal(18,2)) as difference_amount
from cash_movement
group by payment_month
order by payment_month
