-- Grain: one payer, code, setting, month of service and way to come to allowed amounts that gives three or more of the payer's lines to the cent: the lines of that month. Units: lines, US dollars; percents of 100 or US dollars a unit.
with option_total as (
  select payer, scenario, method, rate, count(*) as payer_line_count
  from int_rate_option
  group by payer, scenario, method, rate
  having count(*) >= 3
)
select
  o.payer,
  o.hcpcs_code,
  o.setting,
  o.service_month,
  o.scenario,
  o.method,
  o.rate,
  count(*) as line_count,
  cast(sum(o.allowed_amount) as decimal(18,2)) as allowed_amount
from int_rate_option as o
inner join option_total as t
  on o.payer = t.payer and o.scenario = t.scenario and o.method = t.method and o.rate = t.rate
group by o.payer, o.hcpcs_code, o.setting, o.service_month, o.scenario, o.method, o.rate
order by payer, hcpcs_code, setting, service_month, scenario, method, rate
