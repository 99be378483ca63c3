-- Grain: one claim number whose first submission replaces or voids a claim of another number, with the first number of that claim. REF*F8 names an answer to it; at most three replacements on.
with sent_claim as (
  select
    billing_npi,
    claim_key,
    min_by(claim_frequency_code, struct(submitted_date, submission_id)) as first_frequency_code,
    min_by(replaced_control_number, struct(submitted_date, submission_id)) as replaced_control_number,
    min(submitted_date) as first_submitted_date,
    min(service_date) as first_service_date,
    min(patient_key) as patient_key
  from stg_claim_line
  group by billing_npi, claim_key
),
answered_claim as (
  select distinct
    m.billing_npi,
    m.claim_key,
    r.payer_claim_control_number
  from stg_remit_line as r
  inner join int_claim_match as m
    on r.payee_npi = m.payee_npi and r.claim_key = m.remit_claim_id_key
  where m.claim_key is not null and r.payer_claim_control_number is not null
),
-- Payers' numbers may be alike: the claim that was replaced is the same patient's, or of the same day.
replacement as (
  select
    n.billing_npi,
    n.claim_key,
    min(o.claim_key) as earlier_claim_key
  from sent_claim as n
  inner join answered_claim as a
    on n.billing_npi = a.billing_npi and n.replaced_control_number = a.payer_claim_control_number and n.claim_key <> a.claim_key
  inner join sent_claim as o
    on a.billing_npi = o.billing_npi and a.claim_key = o.claim_key
  where n.first_frequency_code in ('7', '8') and o.first_submitted_date <= n.first_submitted_date
    and (o.patient_key = n.patient_key or o.first_service_date = n.first_service_date)
  group by n.billing_npi, n.claim_key
  having count(distinct o.claim_key) = 1
)
select
  r.billing_npi,
  r.claim_key,
  coalesce(t.earlier_claim_key, s.earlier_claim_key, r.earlier_claim_key) as first_claim_key
from replacement as r
left join replacement as s
  on r.billing_npi = s.billing_npi and r.earlier_claim_key = s.claim_key
left join replacement as t
  on s.billing_npi = t.billing_npi and s.earlier_claim_key = t.claim_key
