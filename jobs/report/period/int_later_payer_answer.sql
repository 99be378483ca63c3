-- Grain: one line of a claim that was sent to a later payer and stands: the day of that payer's own answer as of the end of the report period. Units: days; null where it has not come.
with later_line as (
  select
    c.claim_line_key,
    c.submission_id,
    c.billing_npi,
    c.claim_key,
    c.payer_sequence,
    c.payer_id,
    c.hcpcs_code,
    c.modifiers,
    c.claim_line_number,
    ltrim('0', coalesce(c.line_item_control_number, cast(c.claim_line_number as string))) as control_key,
    c.claim_frequency_code,
    c.submitted_date,
    s.line_status
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where c.payer_sequence <> 'P' and s.line_status in ('current', 'secondary_submission')
),
-- Remittances are matched to the lines of the claim that the first payer had.
first_line as (
  select
    l.claim_line_key,
    coalesce(v.chain_line_key, p.claim_line_key) as answered_line_key,
    row_number() over (
      partition by l.claim_line_key
      order by
        ((l.control_key = ltrim('0', coalesce(p.line_item_control_number, cast(p.claim_line_number as string)))) <=> true) desc,
        (l.hcpcs_code <=> p.hcpcs_code) desc,
        (l.modifiers <=> p.modifiers) desc,
        s.version_rank,
        abs(p.claim_line_number - l.claim_line_number),
        p.claim_line_key
    ) as choice
  from later_line as l
  inner join stg_claim_line as p
    on l.billing_npi = p.billing_npi and l.claim_key = p.claim_key and p.payer_sequence = 'P'
  inner join int_submission as s
    on p.submission_id = s.submission_id and s.line_status in ('current', 'superseded', 'voided')
  left join int_line_version as v
    on p.claim_line_key = v.claim_line_key
  where l.line_status = 'secondary_submission'
    and (
      l.hcpcs_code = p.hcpcs_code
      or l.control_key = ltrim('0', coalesce(p.line_item_control_number, cast(p.claim_line_number as string)))
    )
),
answered_line as (
  select claim_line_key, answered_line_key
  from first_line
  where choice = 1
  union all
  select claim_line_key, claim_line_key
  from later_line
  where line_status = 'current'
),
own_answer as (
  select
    l.claim_line_key,
    max(e.payment_date) as answered_date
  from later_line as l
  inner join answered_line as a
    on l.claim_line_key = a.claim_line_key
  inner join int_line_event as e
    on a.answered_line_key = e.claim_line_key
    -- Where no other payer had the claim before, the status of the answer may say that it comes first.
    and (l.payer_sequence = e.payer_sequence or (l.line_status = 'current' and l.payer_id = e.payer_id))
  cross join int_open_item_date as d
  where not e.is_reversal and e.answer_kind in ('DECIDED', 'CLAIM_LEVEL', 'DUPLICATE')
    and e.payment_date <= d.open_as_of_date
    -- A corrected claim is answered by what came after it.
    and (l.claim_frequency_code <> '7' or coalesce(e.payment_date >= l.submitted_date, true))
  group by l.claim_line_key
)
select
  l.claim_line_key,
  l.submitted_date,
  a.answered_date
from later_line as l
left join own_answer as a
  on l.claim_line_key = a.claim_line_key
