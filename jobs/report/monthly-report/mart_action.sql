-- Grain: one thing to do about the report period, or about the denials and claims that are open: the largest of its kind, with all of its kind beside it. The largest cause to dispute is of the lines to pursue. Units: lines, US dollars: what is short, withheld, expected back or, of lines not compared, charged.
with work_line as (
  select
    l.payer,
    c.cause,
    l.is_worth_working and coalesce(s.is_to_work, true) as is_to_do,
    - l.variance_amount as shortfall_amount
  from int_report_line as l
  left join int_line_status as s
    on l.claim_line_key = s.claim_line_key
  left join int_line_cause as c
    on l.claim_line_key = c.claim_line_key
  where l.report_month between :period_first_month and :report_month and l.is_underpaid
),
-- Of the lines to pursue: their dollars are counted there.
proved_cause as (
  select
    payer,
    cause,
    count(*) as line_count,
    sum(shortfall_amount) as shortfall_amount,
    sum(sum(shortfall_amount)) over () as all_shortfall_amount,
    sum(count(*)) over () as all_line_count,
    row_number() over (order by sum(shortfall_amount) desc, payer, cause) as place
  from work_line
  where is_to_do and cause is not null
  group by payer, cause
),
open_denial as (
  select
    w.denial_as_of_date,
    w.appeal_by_date,
    w.days_left,
    coalesce(w.days_left between 0 and t.due_soon_days, false) as is_due,
    t.due_soon_days,
    w.expected_recovery_amount
  from int_denial_work as w
  left join deadline_notice as t
    on t.deadline = 'APPEAL'
    and w.denial_as_of_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
  left join int_line_status as s
    on w.claim_line_key = s.claim_line_key
  where not w.is_awaiting_answer and coalesce(s.is_to_work, true)
),
-- Charges of secondary claims stand with the first payer.
late_claim as (
  select
    coalesce(sum(line_count) filter (where unanswered_age in ('LATE', 'LIMIT_DUE')), 0) as line_count,
    coalesce(sum(charge_amount) filter (where unanswered_age in ('LATE', 'LIMIT_DUE')), 0) as charge_amount,
    sum(line_count) as all_line_count,
    sum(charge_amount) as all_charge_amount,
    min(filing_deadline_date) filter (where unanswered_age = 'LIMIT_DUE') as first_limit_date,
    max(open_as_of_date) as open_as_of_date
  from int_unanswered_claim
  where answer_state <> 'LATER_PAYER'
  having count(*) > 0
),
preventable_denial as (
  select
    denial_group,
    denial_owner,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    sum(sum(charge_amount)) over () as all_charge_amount,
    sum(count(*)) over () as all_line_count,
    row_number() over (order by sum(charge_amount) desc, denial_group, denial_owner) as place
  from int_report_line
  where report_month between :period_first_month and :report_month and is_denied and not is_duplicate and preventable = 'yes'
  group by denial_group, denial_owner
),
cause as (
  select
    judgment,
    payer,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    sum(sum(charge_amount)) over () as all_charge_amount,
    sum(count(*)) over () as all_line_count,
    row_number() over (order by sum(charge_amount) desc, judgment, payer) as place
  from int_report_line
  where report_month between :period_first_month and :report_month and judgment not in ('COMPARED', 'OPEN')
  group by judgment, payer
),
action as (
  select
    1 as place,
    'PURSUE' as action,
    cast(null as string) as payer,
    cast(null as string) as cause,
    cast(null as string) as owner,
    count_if(is_to_do) as line_count,
    cast(0 as bigint) as without_amount_line_count,
    coalesce(sum(shortfall_amount) filter (where is_to_do), 0) as amount,
    count(*) as all_line_count,
    cast(0 as bigint) as all_without_amount_line_count,
    sum(shortfall_amount) as all_amount,
    cast(null as date) as due_date,
    cast(null as int) as due_soon_days,
    cast(null as date) as as_of_date
  from work_line
  having count(*) > 0
  union all
  select 2, 'DISPUTE', payer, cause, null, line_count, 0, shortfall_amount, all_line_count, 0, all_shortfall_amount, null, null, null
  from proved_cause
  where place = 1
  union all
  select
    3,
    'APPEAL',
    null,
    null,
    null,
    count_if(is_due),
    count_if(is_due and expected_recovery_amount is null),
    -- Of lines that are all without an expectation nothing is known; of no lines it is zero.
    if(count_if(is_due) = 0, 0, sum(expected_recovery_amount) filter (where is_due)),
    count(*),
    count_if(expected_recovery_amount is null),
    sum(expected_recovery_amount),
    min(appeal_by_date) filter (where days_left >= 0),
    max(due_soon_days),
    max(denial_as_of_date)
  from open_denial
  having count(*) > 0
  union all
  select 4, 'FOLLOW_UP', null, null, null, line_count, 0, charge_amount, all_line_count, 0, all_charge_amount, first_limit_date, null, open_as_of_date
  from late_claim
  union all
  select 5, 'PREVENT', null, denial_group, denial_owner, line_count, 0, charge_amount, all_line_count, 0, all_charge_amount, null, null, null
  from preventable_denial
  where place = 1
  union all
  select 6, 'COMPARE', payer, judgment, null, line_count, 0, charge_amount, all_line_count, 0, all_charge_amount, null, null, null
  from cause
  where place = 1
)
select
  cast(place as int) as action_order,
  action,
  payer,
  cause,
  owner,
  cast(line_count as bigint) as line_count,
  without_amount_line_count,
  cast(amount as decimal(18,2)) as amount,
  cast(all_line_count as bigint) as all_line_count,
  all_without_amount_line_count,
  cast(all_amount as decimal(18,2)) as all_amount,
  due_date,
  due_soon_days,
  as_of_date
from action
order by action_order
