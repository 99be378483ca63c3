-- Grain: one month. Units: US dollars; work RVUs by the practice's conventions as of the date of service and, constant, as of the report month; shares 0..1; null where no line was compared or answered.
with constant as (
  select price_key, work_rvu as constant_work_rvu
  from int_medicare_price
  where scenario = 'constant_work_rvu'
)
select
  report_month,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  count_if(judgement = 'COMPARED') as compared_line_count,
  sum(expected_allowed_amount) filter (where judgement = 'COMPARED') as expected_allowed_amount,
  sum(allowed_amount) filter (where judgement = 'COMPARED') as allowed_amount,
  sum(variance_amount) filter (where judgement = 'COMPARED') as variance_amount,
  count_if(is_underpaid) as underpaid_line_count,
  sum(if(is_underpaid, -variance_amount, 0)) filter (where judgement = 'COMPARED') as underpaid_amount,
  sum(paid_amount) filter (where is_adjudicated) as paid_amount,
  count_if(is_adjudicated) as adjudicated_line_count,
  count_if(is_denied and denial_group <> 'Duplicate') as denied_line_count,
  coalesce(sum(charge_amount) filter (where is_denied and denial_group <> 'Duplicate'), 0) as denied_charge_amount,
  cast(try_divide(count_if(is_denied and denial_group <> 'Duplicate'), count_if(is_adjudicated)) as decimal(9,6)) as denial_rate,
  cast(coalesce(sum(work_rvu * work_quantity) filter (where is_adjudicated and (not is_denied or is_denied_counted)), 0) as decimal(14,2)) as work_rvu,
  cast(coalesce(sum(constant_work_rvu * work_quantity) filter (where is_adjudicated and (not is_denied or is_denied_counted)), 0) as decimal(14,2)) as constant_work_rvu,
  count_if(judgement = 'OPEN') as open_line_count,
  coalesce(sum(charge_amount) filter (where judgement = 'OPEN'), 0) as open_charge_amount,
  count_if(judgement not in ('OPEN', 'COMPARED')) as unjudged_line_count,
  coalesce(sum(charge_amount) filter (where judgement not in ('OPEN', 'COMPARED')), 0) as unjudged_charge_amount
from int_report_line as l
left join constant as c
  on l.price_key = c.price_key
left join int_work_quantity as q
  on l.price_key = q.price_key
where report_month between :first_month and :report_month
group by report_month
order by report_month
