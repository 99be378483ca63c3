-- Grain: one claim line that a prompt-pay rule of the practice holds for: clean and paid by its first answer in a month that the report looks back to, or unanswered at the report period's end and within its filing limit. Units: days from receipt; US dollars, interest rounded once half up; null where nothing is expected of an unanswered line.
with clean_line as (
  select
    f.claim_line_key,
    f.remit_claim_key,
    f.first_payment_date,
    -- What was taken back since bears nothing; what came later was not due then.
    least(f.first_paid_amount, l.first_payer_paid_amount) as base_amount
  from int_first_answer as f
  inner join int_adjudicated_line as l
    on f.claim_line_key = l.claim_line_key
  where f.is_first_pass and f.exclusion is null and l.line_status = 'current'
    and least(f.first_paid_amount, l.first_payer_paid_amount) > 0
    and f.answer_month between :first_month and :report_month
),
received_claim as (
  select
    r.remit_claim_key,
    max(r.claim_received_date) as claim_received_date
  from stg_remit_line as r
  left semi join clean_line as c
    on r.remit_claim_key = c.remit_claim_key
  group by r.remit_claim_key
),
-- A corrected claim is another claim; one that was sent again as it was is not.
corrected_line as (
  select
    c.claim_line_key,
    max(v.submitted_date) as corrected_date
  from clean_line as c
  inner join int_line_version as v
    on c.claim_line_key = v.chain_line_key
  inner join stg_claim_line as s
    on v.claim_line_key = s.claim_line_key
  where s.claim_frequency_code = '7' and v.submitted_date <= c.first_payment_date
  group by c.claim_line_key
),
timed_line as (
  select
    c.claim_line_key,
    false as is_open,
    date_format(c.first_payment_date, 'yyyy-MM') as payment_month,
    greatest(m.first_submitted_date, k.corrected_date, r.claim_received_date) as received_date,
    c.first_payment_date as until_date,
    c.base_amount
  from clean_line as c
  inner join int_line_milestone as m
    on c.claim_line_key = m.claim_line_key
  left join received_claim as r
    on c.remit_claim_key = r.remit_claim_key
  left join corrected_line as k
    on c.claim_line_key = k.claim_line_key
  where m.first_submitted_date is not null
  union all
  select
    s.claim_line_key,
    true,
    null,
    s.waiting_since_date,
    d.open_as_of_date,
    s.expected_allowed_amount
  from int_answer_state as s
  inner join int_line_milestone as m
    on s.claim_line_key = m.claim_line_key
  cross join int_open_item_date as d
  left join int_filing_limit as f
    on s.payer <=> f.payer and s.payer_class <=> f.payer_class and s.aged_from_date = f.aged_from_date
  where s.answer_state = 'UNANSWERED' and m.first_submitted_date is not null
    and coalesce(f.filing_deadline_date >= d.open_as_of_date, true)
),
site_state as (
  select site, min(state) as state
  from practice_site
  group by site
),
placed_line as (
  select
    t.*,
    l.payer,
    l.payer_class,
    s.state,
    if(l.payment_system = 'physician', 'professional', 'facility') as claim_type
  from timed_line as t
  inner join int_adjudicated_line as l
    on t.claim_line_key = l.claim_line_key
  left join site_state as s
    on l.site = s.site
),
ruled_line as (
  select
    l.claim_line_key,
    min_by(
      struct(p.prompt_pay_row, p.pay_days, p.annual_percent),
      struct(p.payer is null, p.state is null, p.claim_type is null)
    ) as rule
  from placed_line as l
  inner join practice_prompt_pay as p
    on (p.payer is null or p.payer = l.payer)
    and (p.payer_class is null or p.payer_class = l.payer_class)
    and (p.state is null or p.state = l.state)
    and (p.claim_type is null or p.claim_type = l.claim_type)
    and l.received_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
  group by l.claim_line_key
),
overdue_line as (
  select
    l.*,
    r.rule.prompt_pay_row,
    r.rule.annual_percent,
    greatest(datediff(l.until_date, l.received_date) - r.rule.pay_days, 0) as overdue_day_count
  from placed_line as l
  inner join ruled_line as r
    on l.claim_line_key = r.claim_line_key
)
select
  claim_line_key,
  payer,
  prompt_pay_row,
  is_open,
  payment_month,
  received_date,
  until_date,
  cast(base_amount as decimal(12,2)) as base_amount,
  overdue_day_count,
  cast(round(base_amount * annual_percent * overdue_day_count / 36500, 2) as decimal(12,2)) as interest_amount
from overdue_line
