-- Grain: one time that a row of the worklist was sent to its payer, as people recorded it: from its sent date to the day on which they took it back (new, in review, not valid), and to the next time at most.
with status_edit as (
  select
    billing_npi,
    worklist_claim_key,
    payer,
    event_number,
    edited_value as worklist_status,
    recorded_date,
    worklist_cause,
    lag(edited_value) over (partition by billing_npi, worklist_claim_key, payer order by event_number) as earlier_status
  from int_worklist_edit
  where edited_field = 'STATUS' and not is_conflict
),
sending as (
  select
    *,
    row_number() over (partition by billing_npi, worklist_claim_key, payer order by event_number) as sent_number,
    lead(event_number) over (partition by billing_npi, worklist_claim_key, payer order by event_number) as next_number
  from status_edit
  where worklist_status = 'SENT' and earlier_status is distinct from 'SENT'
),
taken_back as (
  select
    s.billing_npi,
    s.worklist_claim_key,
    s.payer,
    s.sent_number,
    min(e.recorded_date) as taken_back_date
  from sending as s
  inner join status_edit as e
    on s.billing_npi = e.billing_npi and s.worklist_claim_key = e.worklist_claim_key and s.payer = e.payer
    and e.event_number > s.event_number and coalesce(e.event_number < s.next_number, true)
  where e.worklist_status in ('NEW', 'IN_REVIEW', 'NOT_VALID')
  group by s.billing_npi, s.worklist_claim_key, s.payer, s.sent_number
),
dated as (
  select
    s.billing_npi,
    s.worklist_claim_key,
    s.payer,
    s.sent_number,
    max_by(struct(e.edited_value), e.event_number) as sent
  from sending as s
  inner join int_worklist_edit as e
    on s.billing_npi = e.billing_npi and s.worklist_claim_key = e.worklist_claim_key and s.payer = e.payer
    and e.event_number > s.event_number and coalesce(e.event_number < s.next_number, true)
  where e.edited_field = 'SENT' and not e.is_conflict
  group by s.billing_npi, s.worklist_claim_key, s.payer, s.sent_number
)
select
  s.billing_npi,
  s.worklist_claim_key,
  s.payer,
  cast(s.sent_number as int) as sent_number,
  s.worklist_cause,
  coalesce(cast(d.sent.edited_value as date), s.recorded_date) as sent_date,
  t.taken_back_date,
  s.next_number is null as is_last_sending
from sending as s
left join dated as d
  on s.billing_npi = d.billing_npi and s.worklist_claim_key = d.worklist_claim_key and s.payer = d.payer and s.sent_number = d.sent_number
left join taken_back as t
  on s.billing_npi = t.billing_npi and s.worklist_claim_key = t.worklist_claim_key and s.payer = t.payer and s.sent_number = t.sent_number
