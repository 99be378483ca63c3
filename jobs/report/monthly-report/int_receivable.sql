-- Grain: one stay of a current claim line in insurance A/R that may reach into the months of the report: unanswered, from the first billing to the answer, or from its reversal to the next; denied in full, to the outcome; expired, unanswered past the payer's last day to file and no longer A/R. Units: US dollars charged and expected to be allowed; a null last day is still to come.
with aged_line as (
  select
    *,
    coalesce(service_date, billed_date) as aged_from_date
  from int_line_milestone
  where charge_amount > 0
),
-- Past the filing limit a payer takes no claim any more, and nobody expects an answer.
line as (
  select
    a.*,
    date_add(p.filing_deadline_date, 1) as expiry_date
  from aged_line as a
  left join int_filing_limit as p
    on a.payer is not distinct from p.payer and a.payer_class is not distinct from p.payer_class and a.aged_from_date = p.aged_from_date
),
stay as (
  select
    claim_line_key,
    'UNANSWERED' as receivable_kind,
    billed_date as receivable_from_date,
    least(answered_date, expiry_date) as receivable_to_date
  from line
  union all
  select claim_line_key, 'EXPIRED', greatest(billed_date, expiry_date), answered_date
  from line
  where expiry_date is not null and coalesce(answered_date > expiry_date, true)
  union all
  select claim_line_key, 'DENIED', denied_date, least(settled_date, if(reopened_date >= denied_date, reopened_date, null))
  from line
  where denied_date is not null
  union all
  select claim_line_key, 'UNANSWERED', reopened_date, least(answered_again_date, expiry_date)
  from line
  where reopened_date is not null
  union all
  select claim_line_key, 'EXPIRED', greatest(reopened_date, expiry_date), answered_again_date
  from line
  where reopened_date is not null and expiry_date is not null
)
select
  s.claim_line_key,
  l.payer,
  s.receivable_kind,
  l.aged_from_date,
  s.receivable_from_date,
  s.receivable_to_date,
  l.charge_amount,
  l.expected_allowed_amount
from stay as s
inner join line as l
  on s.claim_line_key = l.claim_line_key
where coalesce(s.receivable_to_date > s.receivable_from_date, true)
  and coalesce(s.receivable_to_date > to_date(concat(:first_month, '-01')), true)
