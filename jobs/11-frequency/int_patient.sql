-- Grain: one patient with a claim line that counts, numbered within the run; a claim that names no patient is one of its own. The dates are of the patient's first and last service of any kind in this practice.
with patient as (
  select
    coalesce(c.patient_key, c.submission_id) as patient_key,
    c.patient_key is not null as is_known,
    min(c.service_date) as first_service_date,
    max(c.service_date) as last_service_date
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where s.line_status = 'current'
  group by coalesce(c.patient_key, c.submission_id), c.patient_key is not null
)
select
  patient_key,
  row_number() over (order by patient_key) as patient_number,
  concat('Patient ', row_number() over (order by patient_key)) as patient,
  is_known,
  first_service_date,
  last_service_date
from patient
