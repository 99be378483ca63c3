-- Grain: one submitted claim with lines that nobody answered by the end of the report period, and what it waits for. Units: US dollars of these lines; days; without an expectation null.
with open_line as (
  select
    s.*,
    f.filing_deadline_date,
    n.appeal_by_date
  from int_answer_state as s
  left join int_filing_limit as f
    on s.payer <=> f.payer and s.payer_class <=> f.payer_class and s.aged_from_date = f.aged_from_date
  left join int_denial as n
    on s.claim_line_key = n.claim_line_key and s.answer_state = 'SENT_AGAIN' and n.outcome = 'OPEN'
  where s.answer_state in ('UNANSWERED', 'TAKEN_BACK', 'SENT_AGAIN', 'LATER_PAYER')
),
open_claim as (
  select
    submission_id,
    answer_state,
    min(claim_id) as claim_id,
    min(payer) as payer,
    min(payer_class) as payer_class,
    min(service_date) as service_date,
    min(billed_date) as billed_date,
    min(waiting_since_date) as waiting_since_date,
    min(filing_deadline_date) as filing_deadline_date,
    min(appeal_by_date) as appeal_by_date,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    -- A later payer owes what the first left, which its claim does not say.
    sum(if(answer_state = 'LATER_PAYER', null, expected_allowed_amount)) as expected_allowed_amount,
    count_if(answer_state <> 'LATER_PAYER' and expected_allowed_amount is null) as without_expectation_line_count,
    sum(if(answer_state = 'LATER_PAYER', null, paid_amount)) as paid_amount
  from open_line
  group by submission_id, answer_state
),
answered_line as (
  select
    s.submission_id,
    s.claim_line_key,
    s.payer_sequence
  from int_answer_state as s
  left semi join open_claim as o
    on s.submission_id = o.submission_id
  where s.answer_state = 'ANSWERED' and s.charge_amount > 0
),
answered_claim as (
  select
    submission_id,
    count(*) as answered_line_count
  from answered_line
  group by submission_id
),
claim_payment as (
  select
    l.submission_id,
    e.remit_claim_key,
    count(distinct e.claim_line_key) as borne_line_count
  from answered_line as l
  inner join int_line_event as e
    on l.claim_line_key = e.claim_line_key and l.payer_sequence = e.payer_sequence
  cross join int_open_item_date as d
  where not e.is_reversal and e.answer_kind in ('DECIDED', 'CLAIM_LEVEL') and e.payment_date <= d.open_as_of_date
  group by l.submission_id, e.remit_claim_key
),
split_claim as (
  select
    submission_id,
    count(*) as claim_payment_count,
    max(borne_line_count) as most_line_count
  from claim_payment
  group by submission_id
),
aged_claim as (
  select
    c.*,
    datediff(d.open_as_of_date, c.waiting_since_date) as waiting_days,
    datediff(c.filing_deadline_date, d.open_as_of_date) as filing_days_left,
    w.usual_median_day_count,
    w.wait_days,
    coalesce(w.is_wait_measured, false) as is_wait_measured,
    coalesce(a.answered_line_count, 0) as answered_beside_line_count,
    -- The payer divided the claim where no single answer bears on all lines that it answered.
    coalesce(p.most_line_count < a.answered_line_count, false) as is_split_by_payer,
    t.due_soon_days,
    d.open_as_of_date
  from open_claim as c
  cross join int_open_item_date as d
  left join deadline_notice as t
    on t.deadline = 'FILING' and d.open_as_of_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
  left join int_payer_wait as w
    on c.payer <=> w.payer and c.payer_class <=> w.payer_class
  left join answered_claim as a
    on c.submission_id = a.submission_id
  left join split_claim as p
    on c.submission_id = p.submission_id
)
select
  submission_id,
  claim_id,
  payer,
  payer_class,
  answer_state,
  service_date,
  billed_date,
  waiting_since_date,
  waiting_days,
  usual_median_day_count,
  wait_days,
  is_wait_measured,
  -- On the last day to file a claim can still be sent.
  case
    when filing_days_left < 0 then 'PAST_LIMIT'
    when filing_days_left <= due_soon_days then 'LIMIT_DUE'
    when waiting_days > wait_days then 'LATE'
    when waiting_days > usual_median_day_count then 'SLOW'
    else 'USUAL'
  end as unanswered_age,
  filing_deadline_date,
  filing_days_left,
  appeal_by_date,
  line_count,
  cast(charge_amount as decimal(12,2)) as charge_amount,
  cast(expected_allowed_amount as decimal(12,2)) as expected_allowed_amount,
  without_expectation_line_count,
  cast(paid_amount as decimal(12,2)) as paid_amount,
  answered_beside_line_count,
  answered_beside_line_count > 0 as is_partly_answered,
  is_split_by_payer,
  open_as_of_date
from aged_claim
