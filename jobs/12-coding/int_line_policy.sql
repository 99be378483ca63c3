-- Grain: one line and policy that holds for its payer, code and date.
select distinct
  l.claim_line_key,
  p.policy
from int_coding_line as l
inner join coding_policy as p
  on p.payer in ('*', l.payer) and p.payer_class in ('*', l.payer_class)
  and l.service_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
inner join coding_code_set as c
  on p.code_set = c.code_set and l.hcpcs_code = c.hcpcs_code
  and l.service_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
