-- Grain: one submitted claim with lines that nobody answered by the end of the report period. Units: US dollars of these lines; days.
select
  claim_id,
  payer,
  answer_state,
  unanswered_age,
  service_date,
  billed_date,
  waiting_since_date,
  waiting_days,
  usual_median_day_count,
  wait_days,
  is_wait_measured,
  filing_deadline_date,
  filing_days_left,
  appeal_by_date,
  line_count,
  charge_amount,
  expected_allowed_amount,
  without_expectation_line_count,
  paid_amount,
  is_partly_answered,
  answered_beside_line_count,
  is_split_by_payer
from int_unanswered_claim
order by
  case unanswered_age when 'LIMIT_DUE' then 1 when 'LATE' then 2 when 'SLOW' then 3 when 'USUAL' then 4 else 5 end,
  answer_state = 'LATER_PAYER',
  filing_deadline_date,
  charge_amount desc,
  payer,
  answer_state,
  claim_id,
  submission_id
