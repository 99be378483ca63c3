-- Grain: one payer, code, setting and share of the expectation that many lines fall short by alike, however little. Units: US dollars; share 0..1.
select
  payer,
  hcpcs_code,
  setting,
  cast(round(allowed_amount / expected_allowed_amount, 3) as decimal(5,3)) as allowed_share,
  count(*) as line_count,
  count_if(is_underpaid) as underpaid_line_count,
  cast(-sum(variance_amount) as decimal(14,2)) as shortfall_amount,
  min(service_date) as first_service_date,
  max(service_date) as last_service_date
from int_report_line
where judgment = 'COMPARED' and not is_denied and variance_amount < 0 and expected_allowed_amount > 0
  and report_month between :first_month and :report_month
  and allowed_amount / expected_allowed_amount < 10
group by payer, hcpcs_code, setting, round(allowed_amount / expected_allowed_amount, 3)
having count(*) >= 3
