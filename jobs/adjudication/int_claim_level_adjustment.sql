-- Grain: one claim payment (CLP) with service lines and adjustments of its own. is_of_all_lines: nothing was paid and one kind of adjustment stands beside the lines, so that it is each line's. Units: US dollars as sent.
with adjustment as (
  select
    remit_claim_key,
    claim_paid_amount,
    inline(adjustments)
  from stg_remit_line
  where remit_line_seq = 0 and charge_amount <> claim_charge_amount
)
select
  remit_claim_key,
  max(struct(abs(amount) as amount, group_code, reason_code)) as largest,
  claim_paid_amount = 0 and min(group_code = 'PR') = max(group_code = 'PR') as is_of_all_lines
from adjustment
where amount <> 0
group by remit_claim_key, claim_paid_amount
