-- Grain: one finding: a line for which the payer asks for an authorization that its claim does not carry.
select
  l.claim_line_key,
  'AUTHORIZATION_MISSING' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat(r.authorization, if(r.state = '*', '', concat(', ', r.state))) as detail,
  r.source,
  r.effective_from_date
from int_coding_line as l
inner join prior_authorization_rule as r
  on r.payer in ('*', l.payer) and r.payer_class in ('*', l.payer_class) and (r.state = '*' or r.state = l.state)
  and array_contains(split(r.place_of_service_codes, ' '), l.place_of_service_code)
  and l.service_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
inner join coding_code_set as c
  on r.code_set = c.code_set and l.hcpcs_code = c.hcpcs_code
  and l.service_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
left join int_procedure_day as d
  on l.patient = d.patient and l.family = d.family and l.region = d.region and l.service_date = d.service_date
-- An add-on code has the authorization of its primary code.
where l.prior_authorization_number is null
  and not coalesce(l.is_add_on, false)
  and 1 + coalesce(size(filter(d.earlier_dates, e -> e > add_months(l.service_date, -r.window_months))), 0) >= r.from_session
