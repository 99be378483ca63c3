-- Grain: one claim, payer and kind of money to give back or that was taken back by the end of the report period; or one reference of recoupments that names no claim. Units: US dollars, never netted against underpayments.
select *
from int_credit_balance
order by owed_back_amount desc, being_taken_back_amount desc, not_tied_amount desc, overpayment_amount desc, payer, claim_id, overpayment_kind, reference_ids
