-- Grain: one month. Units: US dollars; work RVUs by the practice's conventions as of the date of service and, constant, as of the report month; rates 0..1, duplicates in neither number; null where no line was compared or answered. By payment date, paid is the month's cash on claim lines and unmatched what is on none.
with constant_price as (
  select price_key, work_rvu as constant_work_rvu
  from int_medicare_price
  where scenario = 'constant_work_rvu'
),
judged_month as (
  select
    report_month,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    count_if(judgment = 'COMPARED') as compared_line_count,
    sum(expected_allowed_amount) filter (where judgment = 'COMPARED') as expected_allowed_amount,
    sum(allowed_amount) filter (where judgment = 'COMPARED') as allowed_amount,
    sum(variance_amount) filter (where judgment = 'COMPARED') as variance_amount,
    count_if(is_underpaid) as underpaid_line_count,
    sum(if(is_underpaid, -variance_amount, 0)) filter (where judgment = 'COMPARED') as underpaid_amount,
    sum(coalesce(s.payer_shortfall_amount, 0)) filter (where judgment = 'COMPARED') as underpaid_payer_amount,
    sum(coalesce(s.patient_shortfall_amount, 0)) filter (where judgment = 'COMPARED') as underpaid_patient_amount,
    sum(paid_amount) filter (where is_adjudicated) as paid_amount,
    count_if(is_adjudicated) as adjudicated_line_count,
    count_if(is_in_denial_rate) as rated_line_count,
    count_if(is_denied and not is_duplicate) as denied_line_count,
    coalesce(sum(charge_amount) filter (where is_denied and not is_duplicate), 0) as denied_charge_amount,
    coalesce(sum(work_rvu * work_quantity) filter (where is_work_counted), 0) as work_rvu,
    coalesce(sum(constant_work_rvu * work_quantity) filter (where is_work_counted), 0) as constant_work_rvu,
    count_if(judgment = 'OPEN') as open_line_count,
    coalesce(sum(charge_amount) filter (where judgment = 'OPEN'), 0) as open_charge_amount,
    count_if(judgment not in ('OPEN', 'COMPARED')) as unjudged_line_count,
    coalesce(sum(charge_amount) filter (where judgment not in ('OPEN', 'COMPARED')), 0) as unjudged_charge_amount
  from int_report_line as l
  left join constant_price as c
    on l.price_key = c.price_key
  left join int_underpaid_share as s
    on l.claim_line_key = s.claim_line_key
  where report_month between :first_month and :report_month
  group by report_month
),
-- Appeals make every older month look better: the first answer stays what it was.
first_answer_month as (
  select
    if(:date_basis = 'service', service_month, answer_month) as report_month,
    cast(sum(first_answered_line_count) as bigint) as first_answered_line_count,
    cast(sum(initially_denied_line_count) as bigint) as initially_denied_line_count
  from int_first_answer_month
  where if(:date_basis = 'service', service_month, answer_month) between :first_month and :report_month
  group by if(:date_basis = 'service', service_month, answer_month)
),
cash_month as (
  select
    payment_month as report_month,
    sum(paid_amount) filter (where claim_line_key is not null) as paid_amount,
    coalesce(sum(paid_amount) filter (where claim_line_key is null), 0) as unmatched_paid_amount
  from int_cash_line
  where :date_basis = 'payment' and payment_month between :first_month and :report_month
  group by payment_month
),
month as (
  select report_month from judged_month
  union
  select report_month from first_answer_month
  union
  select report_month from cash_month
)
select
  m.report_month,
  coalesce(j.line_count, 0) as line_count,
  coalesce(j.charge_amount, 0) as charge_amount,
  coalesce(j.compared_line_count, 0) as compared_line_count,
  j.expected_allowed_amount,
  j.allowed_amount,
  j.variance_amount,
  coalesce(j.underpaid_line_count, 0) as underpaid_line_count,
  j.underpaid_amount,
  cast(j.underpaid_payer_amount as decimal(22,2)) as underpaid_payer_amount,
  cast(j.underpaid_patient_amount as decimal(22,2)) as underpaid_patient_amount,
  cast(if(:date_basis = 'service', j.paid_amount, coalesce(c.paid_amount, 0)) as decimal(18,2)) as paid_amount,
  cast(if(:date_basis = 'service', null, coalesce(c.unmatched_paid_amount, 0)) as decimal(18,2)) as unmatched_paid_amount,
  coalesce(j.adjudicated_line_count, 0) as adjudicated_line_count,
  coalesce(j.rated_line_count, 0) as rated_line_count,
  coalesce(j.denied_line_count, 0) as denied_line_count,
  coalesce(j.denied_charge_amount, 0) as denied_charge_amount,
  cast(try_divide(cast(j.denied_line_count as decimal(18,0)), j.rated_line_count) as decimal(18,10)) as denial_rate,
  coalesce(i.first_answered_line_count, 0) as first_answered_line_count,
  coalesce(i.initially_denied_line_count, 0) as initially_denied_line_count,
  cast(try_divide(cast(i.initially_denied_line_count as decimal(18,0)), i.first_answered_line_count) as decimal(18,10)) as initial_denial_rate,
  cast(coalesce(j.work_rvu, 0) as decimal(14,2)) as work_rvu,
  cast(coalesce(j.constant_work_rvu, 0) as decimal(14,2)) as constant_work_rvu,
  coalesce(j.open_line_count, 0) as open_line_count,
  coalesce(j.open_charge_amount, 0) as open_charge_amount,
  coalesce(j.unjudged_line_count, 0) as unjudged_line_count,
  coalesce(j.unjudged_charge_amount, 0) as unjudged_charge_amount
from month as m
left join judged_month as j
  on m.report_month = j.report_month
left join first_answer_month as i
  on m.report_month = i.report_month
left join cash_month as c
  on m.report_month = c.report_month
order by m.report_month
