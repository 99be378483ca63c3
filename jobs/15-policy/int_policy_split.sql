-- Grain: one series, answer and month from which on its rate differs from that of the months before by the least step, and by more than chance explains among all months, answers and series that were looked at. Units: patients, each once before the month and once from it on; rates, 0..1, are of patients of each month. false_alarm_chance: that chance alone makes any difference as clear as this in the whole report, by Fisher's exact test and Bonferroni's bound.
with split as (
  select
    policy_series,
    policy_answer,
    service_month as change_month,
    before_patient_count,
    before_answer_count,
    after_patient_count,
    after_answer_count,
    cast(cast(earlier_answer_count as decimal(18,0)) / earlier_patient_count as decimal(18,10)) as before_answer_rate,
    cast(cast(total_answer_count - earlier_answer_count as decimal(18,0)) / (total_patient_count - earlier_patient_count) as decimal(18,10))
      as after_answer_rate,
    count(*) over () as split_count
  from int_policy_month
  where before_patient_count > 0
),
tested_split as (
  select
    *,
    two_rates_chance(before_answer_count, before_patient_count, after_answer_count, after_patient_count) * split_count
      as false_alarm_chance
  from split
  where abs(after_answer_rate - before_answer_rate) >= :least_policy_step
)
select
  policy_series,
  policy_answer,
  change_month,
  before_patient_count,
  after_patient_count,
  before_answer_rate,
  after_answer_rate,
  false_alarm_chance
from tested_split
where false_alarm_chance <= :false_alarm_level
