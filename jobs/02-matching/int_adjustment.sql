-- Grain: one adjustment (CAS) of a remit line as sent, with what it is for the money; is_beside_lines marks those of a claim that has service lines. Units: US dollars as sent.
with adjustment as (
  select
    remit_line_key,
    remit_claim_key,
    remit_line_seq = 0 and charge_amount <> claim_charge_amount as is_beside_lines,
    claim_paid_amount,
    coalesce(payment_date, date'9999-12-31') as payment_date,
    inline(adjustments)
  from stg_remit_line
)
select
  a.remit_line_key,
  a.remit_claim_key,
  a.is_beside_lines,
  a.claim_paid_amount,
  a.group_code,
  a.reason_code,
  a.amount,
  -- The row of the group goes before that of every group; a reason without a row denies.
  coalesce(s.role, w.role, 'denial') as role
from adjustment as a
left join adjustment_role as s
  on a.group_code = s.group_code and a.reason_code = s.reason_code
  and a.payment_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
left join adjustment_role as w
  on w.group_code = '*' and a.reason_code = w.reason_code
  and a.payment_date between w.effective_from_date and coalesce(w.effective_to_date, date'9999-12-31')
