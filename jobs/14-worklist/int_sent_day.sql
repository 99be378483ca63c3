-- Grain: one claim line of a row that was sent to its payer, and a day on which it is asked what its answers came to: each day on which it was sent, and each later day with an answer or a reversal.
with sent_line as (
  select
    c.claim_line_key,
    s.sent_date,
    min(s.sent_date) over (partition by c.claim_line_key) as first_sent_date
  from int_worklist_claim as c
  inner join int_worklist_sent as s
    on c.billing_npi = s.billing_npi and c.worklist_claim_key = s.worklist_claim_key and c.payer = s.payer
  where c.line_status in ('current', 'superseded')
)
select distinct
  claim_line_key as sent_line_key,
  sent_date as standing_date
from sent_line
union
select
  e.claim_line_key,
  e.payment_date
from int_line_event as e
inner join (select distinct claim_line_key, first_sent_date from sent_line) as l
  on e.claim_line_key = l.claim_line_key
where e.payment_date > l.first_sent_date
