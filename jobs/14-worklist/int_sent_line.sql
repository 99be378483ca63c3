-- Grain: one line of a row as it was sent to its payer last: what was short of what is expected, by the thresholds of an underpayment, and what came back since. Units: US dollars; without an expectation nothing is known to be short.
with recovered as (
  select claim_line_key, sent_number, sum(recovered_amount) as recovered_amount
  from int_recovered_line
  group by claim_line_key, sent_number
),
sent as (
  select
    c.claim_line_key,
    s.billing_npi,
    s.worklist_claim_key,
    s.payer,
    s.sent_number,
    s.sent_date,
    l.expected_allowed_amount,
    a.standing_allowed_amount,
    e.payment_date
  from int_worklist_sent as s
  inner join int_worklist_claim as c
    on c.billing_npi = s.billing_npi and c.worklist_claim_key = s.worklist_claim_key and c.payer = s.payer
  inner join int_adjudicated_line as l
    on c.claim_line_key = l.claim_line_key
  inner join int_sent_allowed as a
    on c.claim_line_key = a.claim_line_key and s.sent_date = a.standing_date
  left join (
    select claim_line_key, max(payment_date) as payment_date from int_line_event group by claim_line_key
  ) as e
    on c.claim_line_key = e.claim_line_key
  where s.is_last_sending and c.line_status = 'current'
),
asked as (
  select
    s.*,
    coalesce(r.recovered_amount, 0) as recovered_amount,
    case
      when s.expected_allowed_amount is null then null
      when s.expected_allowed_amount - s.standing_allowed_amount >= :underpaid_amount
        and s.expected_allowed_amount - s.standing_allowed_amount >= :underpaid_share * s.expected_allowed_amount
        then s.expected_allowed_amount - s.standing_allowed_amount
      else 0
    end as asked_amount
  from sent as s
  left join recovered as r
    on s.claim_line_key = r.claim_line_key and s.sent_number = r.sent_number
)
select
  claim_line_key,
  billing_npi,
  worklist_claim_key,
  payer,
  sent_number,
  sent_date,
  coalesce(payment_date > sent_date, false) as is_answered_since,
  cast(asked_amount as decimal(12,2)) as asked_amount,
  cast(recovered_amount as decimal(12,2)) as recovered_amount,
  -- What came beyond what was asked on one line closes no other.
  cast(if(asked_amount is null, null, greatest(asked_amount - recovered_amount, 0)) as decimal(12,2)) as still_out_amount
from asked
