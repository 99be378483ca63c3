-- Grain: one payer and kind of money to give back or that was taken back by the end of the report period. Units: US dollars, never netted against underpayments.
select
  payer,
  overpayment_kind,
  count(*) as credit_balance_count,
  cast(sum(overpayment_amount) as decimal(18,2)) as overpayment_amount,
  cast(sum(owed_back_amount) as decimal(18,2)) as owed_back_amount,
  cast(sum(being_taken_back_amount) as decimal(18,2)) as being_taken_back_amount,
  cast(sum(taken_back_amount) as decimal(18,2)) as taken_back_amount,
  cast(sum(not_tied_amount) as decimal(18,2)) as not_tied_amount
from int_credit_balance
group by payer, overpayment_kind
order by owed_back_amount desc, overpayment_amount desc, payer, overpayment_kind
