-- Grain: one reason, payer and code of the report month's lines that could not be compared. Units: lines, US dollars.
select
  judgement as reason,
  payer,
  hcpcs_code,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  coalesce(sum(allowed_amount), 0) as allowed_amount,
  sum(paid_amount) as paid_amount
from int_report_line
where report_month = :report_month and judgement <> 'COMPARED'
group by judgement, payer, hcpcs_code
order by charge_amount desc, reason, payer, hcpcs_code
