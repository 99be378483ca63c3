-- Grain: one rendering physician, report month. Units: work RVUs of lines that were allowed something, US dollars paid for those same lines.
select
  rendering_npi,
  physician,
  count(*) as paid_line_count,
  count_if(work_rvu is null or service_unit_quantity is null) as without_rvu_line_count,
  cast(coalesce(sum(work_rvu * service_unit_quantity), 0) as decimal(14,2)) as work_rvu,
  coalesce(sum(paid_amount) filter (where work_rvu is not null and service_unit_quantity is not null), 0) as paid_amount,
  coalesce(sum(paid_amount) filter (where work_rvu is null or service_unit_quantity is null), 0) as without_rvu_paid_amount,
  cast(try_divide(sum(paid_amount) filter (where work_rvu is not null and service_unit_quantity is not null), nullif(sum(work_rvu * service_unit_quantity), 0)) as decimal(12,2)) as paid_per_work_rvu
from int_report_line
where report_month = :report_month and is_adjudicated and allowed_amount > 0
group by rendering_npi, physician
order by work_rvu desc, physician
