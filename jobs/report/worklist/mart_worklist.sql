-- Grain: one claim and payer of the worklist: what is within its window first, the most expected dollars first. Units: US dollars, days; still_out_amount is of claims whose status is sent.
with last_edit as (
  select
    coalesce(max(event_number), 0) as seen_event_number,
    coalesce(max_by(event_id, event_number), '') as seen_event_id
  from int_worklist_edit
),
checked_claim as (
  select
    c.*,
    datediff(c.deadline_date, a.denial_as_of_date) as days_left,
    case
      when c.conflict_count > 0 then 'CONFLICT'
      when c.worklist_status = 'PAID' and c.remittance_standing is distinct from 'PAID_IN_FULL' then 'PAID_NOT_ON_FILE'
      when c.worklist_status = 'REFUSED' and c.recovered_amount > 0 then 'REFUSED_BUT_PAID'
      when c.worklist_status = 'SENT' and c.remittance_standing = 'PAID_IN_FULL' then 'SENT_AND_PAID'
      when c.worklist_status = 'SENT' and c.remittance_standing = 'TAKEN_BACK' then 'SENT_AND_TAKEN_BACK'
    end as status_check
  from int_listed_claim as c
  cross join int_denial_date as a
)
select
  cast(row_number() over (
    order by array_position(array('WITHIN', 'SENT', 'OVERPAID', 'LOST', 'CLOSED', 'NOT_VALID', 'NOTHING_LEFT'), line_standing),
      not is_worth_working, open_amount desc nulls last, lost_amount desc nulls last, overpaid_amount desc nulls last,
      deadline_date nulls last, claim_id, payer, billing_npi, worklist_claim_key
  ) as int) as work_order,
  line_standing,
  claim_id,
  payer,
  service_date,
  worklist_findings,
  worklist_cause,
  cast(line_count as int) as line_count,
  cast(underpaid_amount as decimal(12,2)) as underpaid_amount,
  cast(denied_amount as decimal(12,2)) as denied_amount,
  cast(unanswered_amount as decimal(12,2)) as unanswered_amount,
  cast(overpaid_amount as decimal(12,2)) as overpaid_amount,
  cast(open_amount as decimal(12,2)) as open_amount,
  cast(lost_amount as decimal(12,2)) as lost_amount,
  cast(not_valid_amount as decimal(12,2)) as not_valid_amount,
  without_amount_line_count,
  is_worth_working,
  deadline_date,
  days_left,
  is_appeal_window_default,
  filing_deadline_date,
  worklist_status,
  sent_date,
  worklist_owner,
  suggested_owner,
  next_step_date,
  worklist_note,
  not_valid_reason,
  conflicting_edit,
  status_check,
  cast(asked_amount as decimal(12,2)) as asked_amount,
  cast(recovered_amount as decimal(12,2)) as recovered_amount,
  if(worklist_status = 'SENT', cast(still_out_amount as decimal(12,2)), null) as still_out_amount,
  remittance_standing,
  payer_claim_control_number,
  billing_npi,
  worklist_claim_key,
  seen_event_number,
  seen_event_id
from checked_claim
cross join last_edit
order by work_order
