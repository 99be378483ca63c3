-- Grain: one period, setting and payer. Units: US dollars; expected, allowed and paid by the first payer are of compared lines only, so that both sides hold the same lines, and null where none was. By payment date, paid is the period's cash on claim lines.
with part as (
  select
    coalesce(p.period, l.report_month) as report_period,
    setting,
    payer,
    payer_class,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    count_if(judgment = 'COMPARED') as compared_line_count,
    sum(expected_allowed_amount) filter (where judgment = 'COMPARED') as expected_allowed_amount,
    sum(allowed_amount) filter (where judgment = 'COMPARED') as allowed_amount,
    sum(variance_amount) filter (where judgment = 'COMPARED') as variance_amount,
    sum(if(is_denied, variance_amount, 0)) filter (where judgment = 'COMPARED') as denied_variance_amount,
    sum(if(is_underpaid, variance_amount, 0)) filter (where judgment = 'COMPARED') as underpaid_variance_amount,
    - sum(coalesce(s.payer_shortfall_amount, 0)) filter (where judgment = 'COMPARED') as underpaid_payer_variance_amount,
    - sum(coalesce(s.patient_shortfall_amount, 0)) filter (where judgment = 'COMPARED') as underpaid_patient_variance_amount,
    sum(if(is_overpaid, variance_amount, 0)) filter (where judgment = 'COMPARED') as overpaid_variance_amount,
    sum(if(not is_denied and not is_underpaid and not is_overpaid, variance_amount, 0)) filter (where judgment = 'COMPARED') as tolerated_variance_amount,
    count_if(is_underpaid) as underpaid_line_count,
    sum(if(not is_denied, expected_payment_amount, 0)) filter (where judgment = 'COMPARED') as expected_payment_amount,
    sum(if(not is_denied, first_payer_paid_amount, 0)) filter (where judgment = 'COMPARED') as first_payer_paid_amount,
    sum(if(:date_basis = 'service' and is_adjudicated, paid_amount, null)) as paid_amount,
    count_if(is_denied) as denied_line_count,
    count_if(judgment = 'OPEN') as open_line_count,
    coalesce(sum(charge_amount) filter (where judgment = 'OPEN'), 0) as open_charge_amount,
    count_if(judgment not in ('OPEN', 'COMPARED')) as unjudged_line_count,
    coalesce(sum(charge_amount) filter (where judgment not in ('OPEN', 'COMPARED')), 0) as unjudged_charge_amount
  from int_report_line as l
  left join int_underpaid_share as s
    on l.claim_line_key = s.claim_line_key
  left join int_report_month as p
    on l.report_month = p.month
  group by coalesce(p.period, l.report_month), setting, payer, payer_class
  union all
  -- Cash may come where no line is judged.
  select
    p.period,
    l.setting,
    l.payer,
    l.payer_class,
    0,
    0,
    0,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    0,
    null,
    null,
    sum(c.paid_amount),
    0,
    0,
    0,
    0,
    0
  from int_cash_line as c
  inner join int_adjudicated_line as l
    on c.claim_line_key = l.claim_line_key
  inner join int_report_month as p
    on c.payment_month = p.month
  where :date_basis = 'payment'
  group by p.period, l.setting, l.payer, l.payer_class
)
select
  report_period,
  setting,
  payer,
  payer_class,
  sum(line_count) as line_count,
  cast(sum(charge_amount) as decimal(22,2)) as charge_amount,
  sum(compared_line_count) as compared_line_count,
  cast(sum(expected_allowed_amount) as decimal(22,2)) as expected_allowed_amount,
  cast(sum(allowed_amount) as decimal(22,2)) as allowed_amount,
  cast(sum(variance_amount) as decimal(22,2)) as variance_amount,
  cast(sum(denied_variance_amount) as decimal(22,2)) as denied_variance_amount,
  cast(sum(underpaid_variance_amount) as decimal(22,2)) as underpaid_variance_amount,
  cast(sum(underpaid_payer_variance_amount) as decimal(22,2)) as underpaid_payer_variance_amount,
  cast(sum(underpaid_patient_variance_amount) as decimal(22,2)) as underpaid_patient_variance_amount,
  cast(sum(overpaid_variance_amount) as decimal(22,2)) as overpaid_variance_amount,
  cast(sum(tolerated_variance_amount) as decimal(22,2)) as tolerated_variance_amount,
  sum(underpaid_line_count) as underpaid_line_count,
  cast(sum(expected_payment_amount) as decimal(22,2)) as expected_payment_amount,
  cast(sum(first_payer_paid_amount) as decimal(22,2)) as first_payer_paid_amount,
  cast(sum(paid_amount) as decimal(22,2)) as paid_amount,
  sum(denied_line_count) as denied_line_count,
  sum(open_line_count) as open_line_count,
  cast(sum(open_charge_amount) as decimal(22,2)) as open_charge_amount,
  sum(unjudged_line_count) as unjudged_line_count,
  cast(sum(unjudged_charge_amount) as decimal(22,2)) as unjudged_charge_amount
from part
group by report_period, setting, payer, payer_class
