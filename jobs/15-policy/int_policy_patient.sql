-- Grain: one series, patient and month of service with lines: what the first of them was answered, and what those of the patient's month before and after were. Units: none; of an answer that was no denial it is null.
with patient_month as (
  select
    policy_series,
    patient,
    service_month,
    min_by(policy_answer, struct(service_date, claim_line_key)) as policy_answer
  from int_policy_line
  group by policy_series, patient, service_month
)
select
  policy_series,
  service_month,
  policy_answer,
  lag(policy_answer) over patient_order as earlier_answer,
  lead(policy_answer) over patient_order as later_answer,
  lag(service_month) over patient_order is null as is_first,
  lead(service_month) over patient_order is null as is_last
from patient_month
window patient_order as (partition by policy_series, patient order by service_month)
