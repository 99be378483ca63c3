-- Grain: one payer with first answers in the report period or the one before. Units: lines; prior is the period before.
with answer as (
  select
    f.payer,
    p.is_report_period,
    f.first_answered_line_count,
    f.initially_denied_line_count
  from int_first_answer_month as f
  inner join int_report_month as p
    on if(:date_basis = 'service', f.service_month, f.answer_month) = p.month
  where p.is_report_period or p.is_prior_period
)
select
  payer,
  cast(coalesce(sum(first_answered_line_count) filter (where is_report_period), 0) as bigint) as first_answered_line_count,
  cast(coalesce(sum(initially_denied_line_count) filter (where is_report_period), 0) as bigint) as initially_denied_line_count,
  cast(coalesce(sum(first_answered_line_count) filter (where not is_report_period), 0) as bigint) as prior_first_answered_line_count,
  cast(coalesce(sum(initially_denied_line_count) filter (where not is_report_period), 0) as bigint) as prior_initially_denied_line_count
from answer
group by payer
