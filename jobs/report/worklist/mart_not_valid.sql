-- Grain: one payer, contract and reason why people marked claims as not valid. Units: US dollars short, by our contract; a claim of which nothing is short any more has no contract and no lines.
with not_valid_claim as (
  select billing_npi, worklist_claim_key, payer, coalesce(not_valid_reason, 'No reason') as not_valid_reason
  from int_worklist_state
  where worklist_status = 'NOT_VALID'
)
select
  c.payer,
  l.contract,
  c.not_valid_reason,
  cast(count(distinct concat(c.billing_npi, ' ', c.worklist_claim_key)) as int) as claim_count,
  cast(count(l.claim_line_key) as int) as not_valid_line_count,
  cast(sum(l.not_valid_amount) as decimal(12,2)) as not_valid_amount
from not_valid_claim as c
left join int_listed_line as l
  on c.billing_npi = l.billing_npi and c.worklist_claim_key = l.worklist_claim_key and c.payer = l.payer
group by c.payer, l.contract, c.not_valid_reason
order by not_valid_amount desc nulls last, c.payer, l.contract, c.not_valid_reason
