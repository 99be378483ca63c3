-- Grain: one claim and payer with findings, or with edits: its findings, where it stands and what was said of it. Units: US dollars; null where nothing of the kind was found.
with finding as (
  select
    billing_npi,
    worklist_claim_key,
    payer,
    max_by(claim_id, struct(service_date, claim_line_number, claim_id)) as claim_id,
    min(service_date) as service_date,
    array_join(sort_array(collect_set(worklist_finding)), ' ') as worklist_findings,
    max_by(worklist_cause, struct(coalesce(short_amount, overpaid_amount, 0), worklist_cause)) as worklist_cause,
    max_by(suggested_owner, struct(coalesce(short_amount, overpaid_amount, 0), suggested_owner)) as suggested_owner,
    max_by(payer_claim_control_number, struct(payment_date, payer_claim_control_number)) as payer_claim_control_number,
    count(*) as line_count,
    sum(underpaid_amount) as underpaid_amount,
    sum(denied_amount) as denied_amount,
    sum(unanswered_amount) as unanswered_amount,
    sum(overpaid_amount) as overpaid_amount,
    sum(open_amount) as open_amount,
    sum(lost_amount) as lost_amount,
    sum(not_valid_amount) as not_valid_amount,
    count_if(worklist_finding <> 'OVERPAID' and expected_recovery_amount is null) as without_amount_line_count,
    count_if(line_standing = 'WITHIN') as within_line_count,
    count_if(line_standing = 'LOST') as lost_line_count,
    max(is_worth_working or worklist_finding <> 'UNDERPAID') as is_worth_working,
    min(deadline_date) filter (where not is_past_deadline) as deadline_date,
    max(is_appeal_window_default) as is_appeal_window_default,
    min(filing_deadline_date) as filing_deadline_date,
    min_by(line_standing, array_position(array('WITHIN', 'SENT', 'OVERPAID', 'LOST', 'CLOSED', 'NOT_VALID'), line_standing)) as line_standing
  from int_listed_line
  group by billing_npi, worklist_claim_key, payer
),
recovered as (
  select billing_npi, worklist_claim_key, payer, sum(recovered_amount) as recovered_amount
  from int_recovered_line
  group by billing_npi, worklist_claim_key, payer
),
sent as (
  select
    billing_npi,
    worklist_claim_key,
    payer,
    max(is_answered_since) as is_answered_since,
    sum(asked_amount) as asked_amount,
    sum(recovered_amount) as last_recovered_amount,
    sum(still_out_amount) as still_out_amount
  from int_sent_line
  group by billing_npi, worklist_claim_key, payer
),
named_claim as (
  select
    billing_npi,
    worklist_claim_key,
    payer,
    max_by(claim_id, struct(submitted_date, claim_id)) as claim_id
  from int_worklist_claim
  where line_status = 'current'
  group by billing_npi, worklist_claim_key, payer
),
listed as (
  select billing_npi, worklist_claim_key, payer from finding
  union
  select billing_npi, worklist_claim_key, payer from int_worklist_state
)
select
  k.billing_npi,
  k.worklist_claim_key,
  k.payer,
  coalesce(n.claim_id, f.claim_id, s.claim_id) as claim_id,
  f.service_date,
  f.worklist_findings,
  coalesce(f.worklist_cause, g.worklist_cause) as worklist_cause,
  f.suggested_owner,
  coalesce(s.edited_owner, f.suggested_owner) as worklist_owner,
  coalesce(s.worklist_status, 'NEW') as worklist_status,
  s.sent_date,
  s.next_step_date,
  s.worklist_note,
  s.not_valid_reason,
  s.conflicting_edit,
  coalesce(s.conflict_count, 0) as conflict_count,
  f.payer_claim_control_number,
  coalesce(f.line_count, 0) as line_count,
  f.underpaid_amount,
  f.denied_amount,
  f.unanswered_amount,
  f.overpaid_amount,
  f.open_amount,
  f.lost_amount,
  f.not_valid_amount,
  coalesce(f.without_amount_line_count, 0) as without_amount_line_count,
  coalesce(f.lost_line_count, 0) as lost_line_count,
  coalesce(f.is_worth_working, false) as is_worth_working,
  f.deadline_date,
  coalesce(f.is_appeal_window_default, false) as is_appeal_window_default,
  f.filing_deadline_date,
  coalesce(f.line_standing, if(s.worklist_status = 'SENT' and t.still_out_amount > 0, 'SENT', 'NOTHING_LEFT')) as line_standing,
  t.asked_amount,
  r.recovered_amount,
  t.still_out_amount,
  case
    when t.billing_npi is null then null
    when not t.is_answered_since then 'NO_ANSWER'
    when t.last_recovered_amount < 0 then 'TAKEN_BACK'
    when t.asked_amount > 0 and t.still_out_amount = 0 then 'PAID_IN_FULL'
    when t.last_recovered_amount > 0 then 'PAID_IN_PART'
    else 'NOTHING_MORE'
  end as remittance_standing
from listed as k
left join finding as f
  on k.billing_npi = f.billing_npi and k.worklist_claim_key = f.worklist_claim_key and k.payer = f.payer
left join int_worklist_state as s
  on k.billing_npi = s.billing_npi and k.worklist_claim_key = s.worklist_claim_key and k.payer = s.payer
left join named_claim as n
  on k.billing_npi = n.billing_npi and k.worklist_claim_key = n.worklist_claim_key and k.payer = n.payer
left join recovered as r
  on k.billing_npi = r.billing_npi and k.worklist_claim_key = r.worklist_claim_key and k.payer = r.payer
left join sent as t
  on k.billing_npi = t.billing_npi and k.worklist_claim_key = t.worklist_claim_key and k.payer = t.payer
left join (select * from int_worklist_sent where is_last_sending) as g
  on k.billing_npi = g.billing_npi and k.worklist_claim_key = g.worklist_claim_key and k.payer = g.payer
