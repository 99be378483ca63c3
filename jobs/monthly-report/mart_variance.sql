-- Grain: one month, setting and payer. Units: US dollars; expected, allowed and paid are of compared lines only, so that both sides hold the same lines.
select
  report_month,
  setting,
  payer,
  payer_class,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  count_if(judgement = 'COMPARED') as compared_line_count,
  coalesce(sum(expected_allowed_amount) filter (where judgement = 'COMPARED'), 0) as expected_allowed_amount,
  coalesce(sum(allowed_amount) filter (where judgement = 'COMPARED'), 0) as allowed_amount,
  coalesce(sum(variance_amount) filter (where judgement = 'COMPARED'), 0) as variance_amount,
  coalesce(sum(variance_amount) filter (where judgement = 'COMPARED' and is_denied), 0) as denied_variance_amount,
  coalesce(sum(variance_amount) filter (where is_underpaid), 0) as underpaid_variance_amount,
  coalesce(sum(variance_amount) filter (where is_overpaid), 0) as overpaid_variance_amount,
  coalesce(sum(variance_amount) filter (where judgement = 'COMPARED' and not is_denied and not is_underpaid and not is_overpaid), 0) as tolerated_variance_amount,
  count_if(is_underpaid) as underpaid_line_count,
  coalesce(sum(expected_payment_amount) filter (where judgement = 'COMPARED' and not is_denied), 0) as expected_payment_amount,
  coalesce(sum(first_payer_paid_amount) filter (where judgement = 'COMPARED' and not is_denied), 0) as first_payer_paid_amount,
  sum(paid_amount) as paid_amount,
  count_if(is_denied) as denied_line_count,
  count_if(judgement = 'OPEN') as open_line_count,
  coalesce(sum(charge_amount) filter (where judgement = 'OPEN'), 0) as open_charge_amount,
  count_if(judgement not in ('OPEN', 'COMPARED')) as unjudged_line_count,
  coalesce(sum(charge_amount) filter (where judgement not in ('OPEN', 'COMPARED')), 0) as unjudged_charge_amount
from int_report_line
group by report_month, setting, payer, payer_class
order by report_month, setting, payer
