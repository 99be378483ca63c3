-- Grain: one service line of a claim as submitted: its patient, authorization, and the diagnoses that it points to, in that order; all of the claim's where it points to none. Codes are without dots.
with diagnosed_line as (
  select
    *,
    array(
      diagnosis_code_1, diagnosis_code_2, diagnosis_code_3, diagnosis_code_4, diagnosis_code_5, diagnosis_code_6,
      diagnosis_code_7, diagnosis_code_8, diagnosis_code_9, diagnosis_code_10, diagnosis_code_11, diagnosis_code_12
    ) as codes
  from claim_line
)
select
  xxhash64(submission_id, claim_line_number) as claim_line_key,
  coalesce(patient_key, submission_id) as patient,
  coalesce(billing_npi, '') as billing_npi,
  upper(trim(claim_filing_indicator_code)) as claim_filing_indicator_code,
  nullif(trim(prior_authorization_number), '') as prior_authorization_number,
  transform(
    filter(
      if(
        coalesce(size(diagnosis_pointers), 0) < 1,
        codes,
        transform(filter(diagnosis_pointers, p -> p between 1 and 12), p -> codes[p - 1])
      ),
      c -> trim(c) <> ''
    ),
    c -> upper(replace(trim(c), '.', ''))
  ) as diagnosis_codes
from diagnosed_line
