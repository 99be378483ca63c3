-- Grain: one day on which a payer's policy is asked for a patient's sessions in a region: each session under it (asked_for session), and the day of the run under the policies of the patient's latest payer (asked_for as_of).
with latest_payer as (
  select
    patient_key,
    max_by(payer, struct(service_date, payer)) as payer
  from int_session
  where is_own_policy and service_date <= cast(:as_of_date as date)
  group by patient_key
)
select
  patient_key,
  policy,
  region,
  service_date as asked_date,
  'session' as asked_for,
  payer
from int_session
where is_own_policy
union all
select distinct
  s.patient_key,
  s.policy,
  s.region,
  cast(:as_of_date as date),
  'as_of',
  l.payer
from int_session as s
inner join latest_payer as l
  on s.patient_key = l.patient_key
inner join int_payer_policy as p
  on l.payer = p.payer
  and s.policy = p.policy
  and cast(:as_of_date as date) between p.effective_from_date and p.effective_to_date
where s.service_date <= cast(:as_of_date as date)
