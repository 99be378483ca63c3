-- Grain: one payer identifier, payer name and claim filing indicator as claims carry them, and the first day of a contract that holds for them, with its last. Medicare's own prices need no contract.
with product as (
  select
    b.payer_id,
    b.payer_name,
    b.claim_filing_indicator_code,
    p.payer
  from int_payer_product as b
  inner join int_payer as p
    on b.payer_id <=> p.payer_id and b.payer_name <=> p.payer_name
  where p.payer_class not in ('medicare', 'unmapped')
),
fitting_contract as (
  select
    p.payer_id,
    p.payer_name,
    p.claim_filing_indicator_code,
    a.contract,
    a.effective_from_date,
    coalesce(a.effective_to_date, date'9999-12-31') as effective_to_date,
    case a.product_kind when 'identifier' then 1 when 'name' then 2 when 'claim_filing_indicator' then 3 else 4 end as strength
  from product as p
  inner join contract_payer as a
    on p.payer = a.payer
    and (
      a.product_kind is null
      or a.product = case a.product_kind
        when 'identifier' then upper(trim(p.payer_id))
        when 'name' then upper(trim(p.payer_name))
        when 'claim_filing_indicator' then p.claim_filing_indicator_code
      end
    )
),
change as (
  select payer_id, payer_name, claim_filing_indicator_code, effective_from_date as change_date
  from fitting_contract
  union
  select payer_id, payer_name, claim_filing_indicator_code, date_add(effective_to_date, 1)
  from fitting_contract
  where effective_to_date < date'9999-12-31'
),
period as (
  select
    *,
    coalesce(
      date_sub(lead(change_date) over (partition by payer_id, payer_name, claim_filing_indicator_code order by change_date), 1),
      date'9999-12-31'
    ) as last_date
  from change
)
select
  p.payer_id,
  p.payer_name,
  p.claim_filing_indicator_code,
  p.change_date as effective_from_date,
  p.last_date as effective_to_date,
  min_by(f.contract, struct(f.strength, f.contract)) as contract
from period as p
inner join fitting_contract as f
  on p.payer_id <=> f.payer_id and p.payer_name <=> f.payer_name
  and p.claim_filing_indicator_code <=> f.claim_filing_indicator_code
  and p.change_date between f.effective_from_date and f.effective_to_date
group by p.payer_id, p.payer_name, p.claim_filing_indicator_code, p.change_date, p.last_date
