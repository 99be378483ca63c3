-- Grain: one claim number that replaces a claim of another: none where no answers are known.
select
  billing_npi,
  claim_key,
  claim_key as first_claim_key
from stg_claim_line
where false
