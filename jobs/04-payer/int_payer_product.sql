-- Grain: one payer identifier, payer name and claim filing indicator as claims carry them together.
select distinct
  payer_id,
  payer_name,
  claim_filing_indicator_code
from stg_claim_line
