-- Grain: one finding of a line with where it stands: within its window, sent, lost, overpaid, or closed by people. Units: US dollars; open_amount is what may still come back, lost_amount what was short when its last day passed, not_valid_amount what is not owed because our contract is wrong.
with standing_line as (
  select
    l.*,
    coalesce(s.worklist_status, 'NEW') as worklist_status,
    coalesce(l.underpaid_amount, l.denied_amount, l.unanswered_amount) as short_amount,
    case
      when s.worklist_status = 'NOT_VALID' then 'NOT_VALID'
      when s.worklist_status in ('PAID', 'REFUSED') then 'CLOSED'
      when l.worklist_finding = 'OVERPAID' then 'OVERPAID'
      when s.worklist_status = 'SENT' then 'SENT'
      when l.is_past_deadline then 'LOST'
      else 'WITHIN'
    end as line_standing
  from int_worklist_line as l
  left join int_worklist_state as s
    on l.billing_npi = s.billing_npi and l.worklist_claim_key = s.worklist_claim_key and l.payer = s.payer
)
select
  *,
  if(line_standing in ('WITHIN', 'SENT'), expected_recovery_amount, null) as open_amount,
  if(line_standing = 'LOST', short_amount, null) as lost_amount,
  if(line_standing = 'NOT_VALID', short_amount, null) as not_valid_amount
from standing_line
