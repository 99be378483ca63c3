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
unique_claim as (
  select
    claim_key,
    min(billing_npi) as billing_npi
  from claim
  group by claim_key
  having count(*) = 1
),
stripped_claim as (
  select
    billing_npi,
    ltrim('0', claim_key) as stripped_key,
    min(claim_key) as claim_key
  from claim
  group by billing_npi, ltrim('0', claim_key)
  having count(*) = 1
),
prefix_claim as (
  select
    billing_npi,
    left(claim_key, 17) as prefix_key,
    min(claim_key) as claim_key
  from claim
  where length(claim_key) > 17
  group by billing_npi, left(claim_key, 17)
  having count(*) = 1
),
-- Joined by what is equal; what else must hold is asked of the one row that was found.
remit_match as (
  select
    r.payee_npi,
    r.claim_key as remit_claim_id_key,
    c.claim_key as exact_key,
    if(r.payee_npi = '' or i.billing_npi = '', i.claim_key, null) as identifier_key,
    i.billing_npi as identifier_npi,
    s.claim_key as stripped_key,
    if(startswith(p.claim_key, r.claim_key) and length(r.claim_key) >= 17, p.claim_key, null) as prefix_key
  from remit as r
  left join claim as c
    on r.claim_key = c.claim_key and r.payee_npi = c.billing_npi
  left join unique_claim as i
    on r.claim_key = i.claim_key
  left join stripped_claim as s
    on ltrim('0', r.claim_key) = s.stripped_key and r.payee_npi = s.billing_npi
  left join prefix_claim as p
    on left(r.claim_key, 17) = p.prefix_key and r.payee_npi = p.billing_npi
)
select
  payee_npi,
  remit_claim_id_key,
  coalesce(exact_key, identifier_key, stripped_key, prefix_key) as claim_key,
  case
    when exact_key is null and identifier_key is not null then identifier_npi
    when coalesce(exact_key, stripped_key, prefix_key) is not null then payee_npi
  end as billing_npi,
  case
    when exact_key is not null then 'exact'
    when identifier_key is not null then 'exact_without_npi'
    when stripped_key is not null then 'leading_zeros_stripped'
    when prefix_key is not null then 'prefix'
  end as claim_match_method
from remit_match
