-- Grain: one claim line on file, whatever became of it, with whether somebody is still to answer it at the end of the report period, and since when. Units: US dollars charged, expected to be allowed and paid by all payers to date.
with sent_version as (
  select
    v.chain_line_key,
    max(v.submitted_date) as sent_date,
    min(v.submitted_date) as first_sent_date,
    max_by(c.claim_frequency_code, struct(v.submitted_date, c.submission_id)) as claim_frequency_code
  from int_line_version as v
  inner join stg_claim_line as c
    on v.claim_line_key = c.claim_line_key
  cross join int_open_item_date as d
  where v.submitted_date <= d.open_as_of_date
  group by v.chain_line_key
),
sent_again as (
  select *
  from sent_version
  where sent_date > first_sent_date
),
answered_since as (
  select s.chain_line_key
  from sent_again as s
  inner join int_line_event as e
    on s.chain_line_key = e.claim_line_key
  cross join int_open_item_date as d
  where not e.is_reversal and e.answer_kind in ('DECIDED', 'CLAIM_LEVEL', 'DUPLICATE')
    and e.payment_date between s.sent_date and d.open_as_of_date
  group by s.chain_line_key
),
state as (
  select
    l.claim_line_key,
    s.submission_id,
    s.latest_submission_id,
    b.payer_sequence,
    l.claim_id,
    l.payer,
    l.payer_class,
    coalesce(l.service_date, m.billed_date, l.submitted_date) as aged_from_date,
    l.service_date,
    l.charge_amount,
    l.expected_allowed_amount,
    cast(coalesce(l.first_payer_paid_amount, 0) + coalesce(l.later_payer_paid_amount, 0) as decimal(12,2)) as paid_amount,
    coalesce(m.billed_date, l.submitted_date, l.service_date) as billed_date,
    m.reopened_date,
    a.sent_date,
    case
      when l.line_status in ('void_request', 'voided') then 'VOIDED'
      when l.line_status = 'superseded' then 'REPLACED'
      when l.line_status = 'secondary_submission' and f.claim_frequency_code = '8' then 'VOIDED'
      when l.line_status = 'secondary_submission' and s.version_rank > 1 then 'REPLACED'
      when coalesce(m.billed_date, l.submitted_date, l.service_date) > d.open_as_of_date then 'BILLED_LATER'
      when b.payer_sequence <> 'P' then if(p.answered_date is not null, 'ANSWERED', 'LATER_PAYER')
      when m.reopened_date <= d.open_as_of_date and coalesce(m.answered_again_date > d.open_as_of_date, true) then 'TAKEN_BACK'
      when coalesce(m.answered_date > d.open_as_of_date, true) then 'UNANSWERED'
      when a.chain_line_key is not null and t.chain_line_key is null and (a.claim_frequency_code = '7' or l.is_denied) then 'SENT_AGAIN'
      else 'ANSWERED'
    end as answer_state,
    -- A corrected claim waits from its own day; one that was sent again as it was does not start anew.
    case
      when b.payer_sequence <> 'P' then coalesce(p.submitted_date, l.submitted_date, l.service_date)
      when m.reopened_date <= d.open_as_of_date and coalesce(m.answered_again_date > d.open_as_of_date, true)
        then greatest(m.reopened_date, if(a.claim_frequency_code = '7', a.sent_date, null))
      when coalesce(m.answered_date > d.open_as_of_date, true)
        then coalesce(if(a.claim_frequency_code = '7', a.sent_date, null), m.billed_date)
      else a.sent_date
    end as waiting_since_date
  from int_adjudicated_line as l
  inner join int_billed_line as b
    on l.claim_line_key = b.claim_line_key
  inner join int_submission as s
    on b.submission_id = s.submission_id
  cross join int_open_item_date as d
  left join int_line_milestone as m
    on l.claim_line_key = m.claim_line_key
  left join sent_again as a
    on l.claim_line_key = a.chain_line_key
  left join answered_since as t
    on l.claim_line_key = t.chain_line_key
  left join int_later_payer_answer as p
    on l.claim_line_key = p.claim_line_key
  left join (
    select submission_id, min(claim_frequency_code) as claim_frequency_code
    from stg_claim_line
    where payer_sequence <> 'P'
    group by submission_id
  ) as f
    on s.latest_submission_id = f.submission_id
)
select
  claim_line_key,
  submission_id,
  claim_id,
  payer,
  payer_class,
  payer_sequence,
  service_date,
  aged_from_date,
  billed_date,
  charge_amount,
  expected_allowed_amount,
  paid_amount,
  if(charge_amount <= 0 and answer_state in ('UNANSWERED', 'TAKEN_BACK', 'SENT_AGAIN', 'LATER_PAYER'), 'NO_CHARGE', answer_state) as answer_state,
  waiting_since_date
from state
