-- Grain: one series and answer whose rate made a step that stays, at the month that splits its months most clearly: the earlier and the later half of the months on each side are on their own side of the middle between both rates. Units: patients; rates 0..1.
with sided_month as (
  select
    s.policy_series,
    s.policy_answer,
    s.change_month,
    s.before_answer_rate,
    s.after_answer_rate,
    m.service_month >= s.change_month as is_after,
    m.patient_count,
    m.answer_count,
    row_number() over (
      partition by s.policy_series, s.policy_answer, s.change_month, m.service_month >= s.change_month order by m.service_month
    ) * 2 > count(*) over (
      partition by s.policy_series, s.policy_answer, s.change_month, m.service_month >= s.change_month
    ) as is_late
  from int_policy_split as s
  inner join int_policy_month as m
    on s.policy_series = m.policy_series and s.policy_answer = m.policy_answer
),
half as (
  select
    policy_series,
    policy_answer,
    change_month,
    is_after = (after_answer_rate > before_answer_rate) as is_high_side,
    (before_answer_rate + after_answer_rate) / 2 as middle_rate,
    cast(cast(sum(answer_count) as decimal(18,0)) / sum(patient_count) as decimal(18,10)) as half_rate
  from sided_month
  group by policy_series, policy_answer, change_month, before_answer_rate, after_answer_rate, is_after, is_late
),
lasting_split as (
  select policy_series, policy_answer, change_month
  from half
  group by policy_series, policy_answer, change_month
  having min(if(is_high_side, half_rate > middle_rate, half_rate < middle_rate))
)
select
  s.policy_series,
  s.policy_answer,
  min_by(
    struct(
      s.change_month, s.before_patient_count, s.after_patient_count, s.before_answer_rate, s.after_answer_rate,
      s.false_alarm_chance
    ),
    struct(s.false_alarm_chance, s.change_month)
  ) as clearest
from int_policy_split as s
inner join lasting_split as l
  on s.policy_series = l.policy_series and s.policy_answer = l.policy_answer and s.change_month = l.change_month
group by s.policy_series, s.policy_answer
