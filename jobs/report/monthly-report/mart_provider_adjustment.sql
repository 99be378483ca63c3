-- Grain: one provider adjustment (PLB) of the report period's payments. Units: US dollars; a positive amount lowers the payment.
with token as (
  select
    payment_id,
    ordinal,
    explode(split(upper(reference_id), '[^A-Z0-9-]+')) as word
  from provider_adjustment
  where reference_id is not null
),
name as (
  select claim_key as word, claim_id from stg_remit_line
  union all
  select upper(payer_claim_control_number), claim_id from stg_remit_line where payer_claim_control_number is not null
),
named_claim as (
  select distinct
    t.payment_id,
    t.ordinal,
    n.claim_id
  from token as t
  inner join name as n
    on t.word = n.word
  where length(t.word) >= 4
),
sole_claim as (
  select payment_id, ordinal, min(claim_id) as claim_id
  from named_claim
  group by payment_id, ordinal
  having count(distinct claim_id) = 1
)
select
  p.payment_date,
  p.payer_name,
  p.trace_number,
  a.provider_npi,
  a.adjustment_code,
  a.reference_id,
  s.claim_id as matched_claim_id,
  a.amount
from provider_adjustment as a
inner join payment as p
  on a.payment_id = p.payment_id
left join sole_claim as s
  on a.payment_id = s.payment_id and a.ordinal = s.ordinal
where date_format(p.payment_date, 'yyyy-MM') between :period_first_month and :report_month
order by p.payment_date, p.payer_name, p.trace_number, a.ordinal, a.adjustment_code, a.reference_id, a.amount
