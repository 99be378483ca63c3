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
answered_shortfall as (
  select
    *,
    -- The deductible took all that was allowed: it would take more as well.
    coalesce(deductible_amount > 0 and deductible_amount >= allowed_amount, false) as is_all_deductible,
    -- A copayment is an amount and stays what it is.
    if(
      allowed_amount > deductible_amount and coinsurance_amount > 0,
      least(coinsurance_amount, allowed_amount - deductible_amount),
      0
    ) as coinsured_amount,
    allowed_amount - deductible_amount as shared_amount
  from answer
),
shared_shortfall as (
  select
    *,
    case
      when is_all_deductible then shortfall_amount
      -- Multiplied before it is divided: a share of a sixth has no end.
      when coinsured_amount > 0 then round(shortfall_amount * coinsured_amount / shared_amount, 2)
      else 0
    end as patient_shortfall_amount
  from answered_shortfall
)
select
  claim_line_key,
  cast(case
    when is_all_deductible then null
    when coinsured_amount > 0 then coinsured_amount / shared_amount
    else 0
  end as decimal(18,10)) as coinsurance_share,
  cast(shortfall_amount as decimal(12,2)) as shortfall_amount,
  cast(patient_shortfall_amount as decimal(12,2)) as patient_shortfall_amount,
  cast(shortfall_amount - patient_shortfall_amount as decimal(12,2)) as payer_shortfall_amount
from shared_shortfall
