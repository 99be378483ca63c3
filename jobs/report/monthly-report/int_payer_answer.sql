-- Grain: one payer with first answers in the report month or the month before. Units: lines; prior is the month before.
with answer as (
  select
    payer,
    if(:date_basis = 'service', service_month, answer_month) as month,
    first_answered_line_count,
    initially_denied_line_count
  from int_first_answer_month
)
select
  payer,
  cast(coalesce(sum(first_answered_line_count) filter (where month = :report_month), 0) as bigint) as first_answered_line_count,
  cast(coalesce(sum(initially_denied_line_count) filter (where month = :report_month), 0) as bigint) as initially_denied_line_count,
  cast(coalesce(sum(first_answered_line_count) filter (where month < :report_month), 0) as bigint) as prior_first_answered_line_count,
  cast(coalesce(sum(initially_denied_line_count) filter (where month < :report_month), 0) as bigint) as prior_initially_denied_line_count
from answer
where month = :report_month
  or month = date_format(add_months(to_date(concat(:report_month, '-01')), -1), 'yyyy-MM')
group by payer
