-- Grain: one payer, code, setting and month of service whose rate is asked for. Units: lines, US dollars; a line whose charge was allowed in full says nothing of the rate.
select
  l.payer,
  l.hcpcs_code,
  l.setting,
  l.service_month,
  count(*) as line_count,
  count_if(l.allowed_amount = l.charge_amount) as allowed_at_charge_line_count,
  cast(sum(l.allowed_amount) as decimal(18,2)) as allowed_amount
from int_rate_line as l
group by l.payer, l.hcpcs_code, l.setting, l.service_month
order by payer, hcpcs_code, setting, service_month
