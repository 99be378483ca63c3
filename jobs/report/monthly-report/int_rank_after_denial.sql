-- Grain: one compared line that is expected more where lines of its day that the payer denied take no rank: what is expected both ways, and which of the two the payer allowed. Units: US dollars.
with reranked_line as (
  select
    l.claim_line_key,
    l.report_month,
    l.expected_allowed_amount,
    cast(case
      when x.lesser_of = 'line' or (x.lesser_of = 'claim' and l.expected_allowed_amount = l.charge_amount) then least(x.expected_allowed_amount, l.charge_amount)
      else x.expected_allowed_amount
    end as decimal(12,2)) as expected_among_allowed_amount,
    l.allowed_amount
  from int_report_line as l
  inner join int_allowed_day_line as d
    on l.claim_line_key = d.line_key
  inner join int_expected_price as x
    on d.price_key = x.price_key and d.payer_class = x.payer_class and d.contract <=> x.contract
  where l.judgment = 'COMPARED' and not l.is_denied and x.expected_status = 'PRICED'
)
select
  claim_line_key,
  report_month,
  expected_allowed_amount,
  expected_among_allowed_amount,
  allowed_amount,
  case
    when abs(allowed_amount - expected_allowed_amount) < least(:underpaid_amount, expected_among_allowed_amount - expected_allowed_amount) then 'AS_BILLED'
    when abs(allowed_amount - expected_among_allowed_amount) < least(:underpaid_amount, expected_among_allowed_amount - expected_allowed_amount) then 'AMONG_ALLOWED'
    else 'NEITHER'
  end as followed_rank
from reranked_line
where expected_among_allowed_amount > expected_allowed_amount
