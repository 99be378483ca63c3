-- Grain: one reason, payer and code of the report period's lines that could not be compared. Units: lines, US dollars; null where no remittance said.
select
  judgment as reason,
  payer,
  hcpcs_code,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  sum(allowed_amount) as allowed_amount,
  sum(paid_amount) filter (where is_adjudicated) as paid_amount
from int_report_line
where report_month between :period_first_month and :report_month and judgment <> 'COMPARED'
group by judgment, payer, hcpcs_code
order by charge_amount desc, reason, payer, hcpcs_code
