-- Grain: one claim and contract that compares the claim's charges with the sum of its prices, where the charges are less: each of its lines is then expected at its charge. Lines without a price are left out of both sums.
select
  b.submission_id,
  k.contract
from int_price_key as k
inner join (select contract from contract where lesser_of = 'claim') as c
  on k.contract = c.contract
inner join int_expected_price as x
  on k.price_key = x.price_key and k.payer_class = x.payer_class and k.contract = x.contract
inner join int_billed_line as b
  on k.line_key = b.claim_line_key
where x.expected_status = 'PRICED'
group by b.submission_id, k.contract
having sum(b.charge_amount) < sum(coalesce(x.expected_allowed_amount, round(b.charge_amount * x.charge_percent / 100, 2)))
