-- Grain: one provider adjustment (PLB) whose reference names one claim and no other: by the claim's number or by the payer's control number for it.
with token as (
  select
    payment_id,
    ordinal,
    explode(split(upper(reference_id), '[^A-Z0-9-]+')) as word
  from provider_adjustment
  where reference_id is not null
),
name as (
  select claim_key as word, claim_id, payee_npi, claim_key from stg_remit_line
  union all
  select upper(payer_claim_control_number), claim_id, payee_npi, claim_key
  from stg_remit_line
  where payer_claim_control_number is not null
),
named_claim as (
  select distinct
    t.payment_id,
    t.ordinal,
    n.claim_id,
    n.payee_npi,
    n.claim_key
  from token as t
  inner join name as n
    on t.word = n.word
  where length(t.word) >= 4
)
select
  c.payment_id,
  c.ordinal,
  min(c.claim_id) as matched_claim_id,
  min(m.billing_npi) as billing_npi,
  min(m.claim_key) as claim_key
from named_claim as c
left join int_claim_match as m
  on c.payee_npi = m.payee_npi and c.claim_key = m.remit_claim_id_key
group by c.payment_id, c.ordinal
having count(distinct c.claim_id) = 1
