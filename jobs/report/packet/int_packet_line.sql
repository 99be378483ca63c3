-- Grain: one finding of a line of the payer that is asked for: the packet that its claim belongs to, or why it is in none. Units: US dollars; disputed_amount is expected less allowed.
with finding as (
  select
    l.*,
    case
      when l.worklist_finding in ('OVERPAID', 'UNANSWERED') then l.worklist_finding
      when l.line_standing in ('SENT', 'CLOSED', 'NOT_VALID') then l.line_standing
      when l.is_past_deadline or l.deadline_date < a.denial_as_of_date then 'PAST_WINDOW'
      when l.deadline_date is null then 'NO_DEADLINE'
      when l.expected_allowed_amount is null or l.allowed_amount is null then 'NO_PRICE'
      when l.worklist_finding = 'UNDERPAID' and not l.is_worth_working then 'BELOW_THRESHOLD'
      when l.is_awaiting_answer then 'AWAITING_ANSWER'
      when l.worklist_finding = 'DENIED' and f.claim_line_key is not null then 'SESSIONS_TO_REVIEW'
      when l.worklist_finding = 'DENIED' and e.denial_group is null then 'NO_EVIDENCE'
      -- What was answered and what stands disagree: a person has to look first.
      when l.short_amount <> l.expected_allowed_amount - l.allowed_amount or l.short_amount <= 0 then 'AMOUNTS_DIFFER'
    end as left_out_reason
  from int_listed_line as l
  cross join int_denial_date as a
  left join int_frequency_denial as f
    on l.claim_line_key = f.claim_line_key
  left join denial_evidence as e
    on l.worklist_cause = e.denial_group
    and l.payment_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
  where l.payer = :asked_payer
),
cause_total as (
  select
    billing_npi,
    worklist_claim_key,
    worklist_cause,
    sum(short_amount) as disputed_amount
  from finding
  where left_out_reason is null
  group by billing_npi, worklist_claim_key, worklist_cause
),
-- One letter a claim, whatever the number of its causes: that of the most dollars.
claim_packet as (
  select
    billing_npi,
    worklist_claim_key,
    max_by(worklist_cause, struct(disputed_amount, worklist_cause)) as packet_cause
  from cause_total
  group by billing_npi, worklist_claim_key
)
select
  f.claim_line_key,
  f.billing_npi,
  f.worklist_claim_key,
  f.claim_id,
  f.claim_line_number,
  f.payer,
  f.service_date,
  f.hcpcs_code,
  f.modifiers,
  f.payer_claim_control_number,
  f.payment_date,
  f.charge_amount,
  f.expected_allowed_amount,
  f.allowed_amount,
  f.worklist_finding,
  f.worklist_cause,
  f.denial_codes,
  f.deadline_date,
  f.is_appeal_window_default,
  f.is_past_deadline,
  f.short_amount,
  f.left_out_reason,
  if(f.left_out_reason is null, c.packet_cause, null) as packet_cause,
  if(f.left_out_reason is null, cast(f.expected_allowed_amount - f.allowed_amount as decimal(12,2)), null) as disputed_amount
from finding as f
left join claim_packet as c
  on f.billing_npi = c.billing_npi and f.worklist_claim_key = c.worklist_claim_key
