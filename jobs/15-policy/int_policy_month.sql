-- Grain: one series, an answer that enough of its patients had in a month and not all, and a month of service. Units: patients. Before: patients with a month before this one, by the last of these; after: patients with this month or a later one, by the first of these, so that a patient counts once on either side. The rest are patients of the month, and of all months, each month by itself.
with answered as (
  select
    policy_series,
    service_month,
    policy_answer,
    1 as answer_count,
    0 as earlier_answer_count,
    0 as later_answer_count
  from int_policy_patient
  where policy_answer is not null
  union all
  select policy_series, service_month, earlier_answer, 0, 1, 0
  from int_policy_patient
  where earlier_answer is not null
  union all
  select policy_series, service_month, later_answer, 0, 0, 1
  from int_policy_patient
  where later_answer is not null
),
answer_count as (
  select
    policy_series,
    service_month,
    policy_answer,
    sum(answer_count) as answer_count,
    sum(earlier_answer_count) as earlier_answer_count,
    sum(later_answer_count) as later_answer_count
  from answered
  group by policy_series, service_month, policy_answer
),
month as (
  select
    policy_series,
    service_month,
    count(*) as patient_count,
    count_if(is_first) as first_count,
    count_if(is_last) as last_count
  from int_policy_patient
  group by policy_series, service_month
),
series as (
  select policy_series, sum(patient_count) as total_patient_count
  from month
  group by policy_series
),
answer as (
  select a.policy_series, a.policy_answer, s.total_patient_count, sum(a.answer_count) as total_answer_count
  from answer_count as a
  inner join series as s
    on a.policy_series = s.policy_series
  group by a.policy_series, a.policy_answer, s.total_patient_count
  having sum(a.answer_count) >= :least_changed_patients and sum(a.answer_count) < s.total_patient_count
),
answer_month as (
  select
    a.policy_series,
    a.policy_answer,
    m.service_month,
    m.patient_count,
    m.first_count,
    m.last_count,
    coalesce(c.answer_count, 0) as answer_count,
    coalesce(c.earlier_answer_count, 0) as earlier_answer_count,
    coalesce(c.later_answer_count, 0) as later_answer_count,
    a.total_patient_count,
    a.total_answer_count
  from answer as a
  inner join month as m
    on a.policy_series = m.policy_series
  left join answer_count as c
    on a.policy_series = c.policy_series and a.policy_answer = c.policy_answer and m.service_month = c.service_month
)
select
  policy_series,
  policy_answer,
  service_month,
  patient_count,
  cast(answer_count as bigint) as answer_count,
  -- What a patient had before is taken back where the next month says otherwise: the last stays.
  cast(coalesce(sum(first_count) over earlier_month, 0) as bigint) as before_patient_count,
  cast(coalesce(sum(answer_count - earlier_answer_count) over earlier_month, 0) as bigint) as before_answer_count,
  cast(sum(last_count) over later_month as bigint) as after_patient_count,
  cast(sum(answer_count - later_answer_count) over later_month as bigint) as after_answer_count,
  cast(coalesce(sum(patient_count) over earlier_month, 0) as bigint) as earlier_patient_count,
  cast(coalesce(sum(answer_count) over earlier_month, 0) as bigint) as earlier_answer_count,
  cast(total_patient_count as bigint) as total_patient_count,
  cast(total_answer_count as bigint) as total_answer_count
from answer_month
window
  earlier_month as (
    partition by policy_series, policy_answer order by service_month rows between unbounded preceding and 1 preceding
  ),
  later_month as (
    partition by policy_series, policy_answer order by service_month rows between current row and unbounded following
  )
