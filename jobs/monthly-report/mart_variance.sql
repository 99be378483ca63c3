-- Grain: one month, setting and payer. Units: US dollars; expected, allowed and paid are of compared lines only, so that both sides hold the same lines, and null where none was.
select
  report_month,
  setting,
  payer,
  payer_class,
  count(*) as line_count,
  sum(charge_amount) as charge_amount,
  count_if(judgement = 'COMPARED') as compared_line_count,
  sum(expected_allowed_amount) filter (where judgement = 'COMPARED') as expected_allowed_amount,
  sum(allowed_amount) filter (where judgement = 'COMPARED') as allowed_amount,
  sum(variance_amount) filter (where judgement = 'COMPARED') as variance_amount,
  sum(if(is_denied, variance_amount, 0)) filter (where judgement = 'COMPARED') as denied_variance_amount,
  sum(if(is_underpaid, variance_amount, 0)) filter (where judgement = 'COMPARED') as underpaid_variance_amount,
  sum(if(is_overpaid, variance_amount, 0)) filter (where judgement = 'COMPARED') as overpaid_variance_amount,
  sum(if(not is_denied and not is_underpaid and not is_overpaid, variance_amount, 0)) filter (where judgement = 'COMPARED') as tolerated_variance_amount,
  count_if(is_underpaid) as underpaid_line_count,
  sum(if(not is_denied, expected_payment_amount, 0)) filter (where judgement = 'COMPARED') as expected_payment_amount,
  sum(if(not is_denied, first_payer_paid_amount, 0)) filter (where judgement = 'COMPARED') as first_payer_paid_amount,
  sum(paid_amount) filter (where is_adjudicated) as paid_amount,
  count_if(is_denied) as denied_line_count,
  count_if(judgement = 'OPEN') as open_line_count,
  coalesce(sum(charge_amount) filter (where judgement = 'OPEN'), 0) as open_charge_amount,
  count_if(judgement not in ('OPEN', 'COMPARED')) as unjudged_line_count,
  coalesce(sum(charge_amount) filter (where judgement not in ('OPEN', 'COMPARED')), 0) as unjudged_charge_amount
from int_report_line
group by report_month, setting, payer, payer_class
order by report_month, setting, payer
