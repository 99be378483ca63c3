-- Grain: one claim identifier and payee as remittances name them. claim_match_method says how its claim was found; null where none was.
with claim as (
  select distinct
    billing_npi,
    claim_key
  from stg_claim_line
),
remit as (
  select distinct
    payee_npi,
    claim_key
  from stg_remit_line
),
by_identifier as (
  select
    claim_key,
    min(billing_npi) as billing_npi
  from claim
  group by claim_key
  having count(*) = 1
),
by_stripped as (
  select
    billing_npi,
    ltrim('0', claim_key) as stripped_key,
    min(claim_key) as claim_key
  from claim
  group by billing_npi, ltrim('0', claim_key)
  having count(*) = 1
),
by_prefix as (
  select
    billing_npi,
    left(claim_key, 17) as prefix_key,
    min(claim_key) as claim_key
  from claim
  where length(claim_key) > 17
  group by billing_npi, left(claim_key, 17)
  having count(*) = 1
)
select
  r.payee_npi,
  r.claim_key as remit_claim_id_key,
  coalesce(c.claim_key, i.claim_key, s.claim_key, p.claim_key) as claim_key,
  coalesce(c.billing_npi, i.billing_npi, s.billing_npi, p.billing_npi) as billing_npi,
  case
    when c.claim_key is not null then 'exact'
    when i.claim_key is not null then 'exact_without_npi'
    when s.claim_key is not null then 'leading_zeros_stripped'
    when p.claim_key is not null then 'prefix'
  end as claim_match_method
from remit as r
left join claim as c
  on r.claim_key = c.claim_key and r.payee_npi = c.billing_npi
left join by_identifier as i
  on r.claim_key = i.claim_key and (r.payee_npi = '' or i.billing_npi = '')
left join by_stripped as s
  on ltrim('0', r.claim_key) = s.stripped_key and r.payee_npi = s.billing_npi
left join by_prefix as p
  on left(r.claim_key, 17) = p.prefix_key and r.payee_npi = p.billing_npi and startswith(p.claim_key, r.claim_key) and length(r.claim_key) >= 17
