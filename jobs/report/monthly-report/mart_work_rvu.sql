-- Grain: one rendering physician, report period. Units: work RVUs by the practice's conventions and, listed, each unit in full, of lines that were allowed something (and denied ones where those count); US dollars that payers paid for those same lines.
with line as (
  select
    rendering_npi,
    physician,
    paid_amount,
    work_rvu * service_unit_quantity as listed_work_rvu,
    work_rvu * work_quantity as work_rvu
  from int_report_line
  where report_month between :period_first_month and :report_month and is_work_counted
)
select
  rendering_npi,
  physician,
  count(*) as paid_line_count,
  count_if(work_rvu is null) as without_rvu_line_count,
  cast(coalesce(sum(listed_work_rvu), 0) as decimal(14,2)) as listed_work_rvu,
  cast(coalesce(sum(work_rvu), 0) as decimal(14,2)) as work_rvu,
  coalesce(sum(paid_amount) filter (where work_rvu is not null), 0) as paid_amount,
  coalesce(sum(paid_amount) filter (where work_rvu is null), 0) as without_rvu_paid_amount,
  cast(try_divide(cast(sum(paid_amount) filter (where work_rvu is not null) as decimal(18,2)), cast(nullif(sum(work_rvu), 0) as decimal(18,6))) as decimal(12,2)) as paid_per_work_rvu
from line
group by rendering_npi, physician
order by work_rvu desc, physician, rendering_npi
