-- Grain: one underpaid line with its shortfall split between payer and patient, as the line's own answer shows the patient's share. Units: US dollars; coinsurance_share 0..1 of what was allowed beyond the deductible.
with
-- Additions to the answer that stands are part of it.
answer as (
  select
    l.claim_line_key,
    - l.variance_amount as shortfall_amount,
    l.allowed_amount,
    cast(sum(r.deductible_amount) as decimal(12,2)) as deductible_amount,
    cast(sum(r.coinsurance_amount) as decimal(12,2)) as coinsurance_amount
  from int_report_line as l
  inner join int_standing_answer as s
    on l.claim_line_key = s.claim_line_key and s.is_in_force and not s.is_denial_beside_payment
  left join int_remit_event as e
    on s.claim_line_key = e.claim_line_key and s.remit_claim_key = e.remit_claim_key
  left join stg_remit_line as r
    on e.remit_line_key = r.remit_line_key
  where l.is_underpaid
  group by l.claim_line_key, l.variance_amount, l.allowed_amount
),
shared_shortfall as (
  select
    *,
    case
      -- The deductible took all that was allowed: it would take more as well.
      when deductible_amount > 0 and deductible_amount >= allowed_amount then 1
      -- A copayment is an amount and stays what it is.
      when allowed_amount > deductible_amount and coinsurance_amount > 0
        then least(coinsurance_amount / (allowed_amount - deductible_amount), 1)
      else 0
    end as patient_share
  from answer
)
select
  claim_line_key,
  cast(if(deductible_amount > 0 and deductible_amount >= allowed_amount, null, patient_share) as decimal(18,10)) as coinsurance_share,
  cast(shortfall_amount as decimal(12,2)) as shortfall_amount,
  cast(round(shortfall_amount * patient_share, 2) as decimal(12,2)) as patient_shortfall_amount,
  cast(shortfall_amount - round(shortfall_amount * patient_share, 2) as decimal(12,2)) as payer_shortfall_amount
from shared_shortfall
