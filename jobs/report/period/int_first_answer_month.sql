-- Grain: one payer, code, month of service and month of the first answer, of the lines in a denial rate. Units: US dollars charged.
select
  l.payer,
  l.hcpcs_code,
  l.service_month,
  f.answer_month,
  count(*) as first_answered_line_count,
  count_if(f.is_initially_denied) as initially_denied_line_count,
  count_if(f.is_first_pass) as first_pass_line_count,
  cast(sum(l.charge_amount) as decimal(18,2)) as first_answered_charge_amount,
  cast(coalesce(sum(l.charge_amount) filter (where f.is_initially_denied), 0) as decimal(18,2)) as initially_denied_charge_amount
from int_first_answer as f
inner join int_adjudicated_line as l
  on f.claim_line_key = l.claim_line_key
where f.exclusion is null
group by l.payer, l.hcpcs_code, l.service_month, f.answer_month
