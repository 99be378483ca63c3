-- Grain: one line that was sent to its payer, a time it was sent, and a later day on which what it was allowed changed: of two times that it was sent the later takes what came after it, so that nothing counts twice. Units: US dollars, below zero where something was taken back.
with line as (
  select
    c.claim_line_key,
    s.*
  from int_worklist_claim as c
  inner join int_worklist_sent as s
    on c.billing_npi = s.billing_npi and c.worklist_claim_key = s.worklist_claim_key and c.payer = s.payer
  where c.line_status in ('current', 'superseded')
),
change as (
  select
    a.claim_line_key,
    a.standing_date,
    a.standing_allowed_amount - a.earlier_allowed_amount as recovered_amount,
    max(l.sent_number) as sent_number
  from int_sent_allowed as a
  inner join line as l
    on a.claim_line_key = l.claim_line_key and l.sent_date < a.standing_date
  where a.standing_allowed_amount <> a.earlier_allowed_amount
  group by a.claim_line_key, a.standing_date, a.standing_allowed_amount, a.earlier_allowed_amount
)
select
  c.claim_line_key,
  l.billing_npi,
  l.worklist_claim_key,
  l.payer,
  l.sent_number,
  l.worklist_cause,
  c.standing_date as payment_date,
  date_format(c.standing_date, 'yyyy-MM') as payment_month,
  cast(c.recovered_amount as decimal(12,2)) as recovered_amount
from change as c
inner join line as l
  on c.claim_line_key = l.claim_line_key and c.sent_number = l.sent_number
where coalesce(c.standing_date <= l.taken_back_date, true)
