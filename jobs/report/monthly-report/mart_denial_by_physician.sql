-- Grain: one rendering physician, report period. Units: lines, US dollars charged; rates 0..1 of lines in the rate, duplicates in neither number; initial: by the first answer.
with physician_tally as (
  select
    rendering_npi,
    physician,
    count_if(is_adjudicated) as adjudicated_line_count,
    count_if(is_in_denial_rate) as rated_line_count,
    count_if(is_denied and not is_duplicate) as denied_line_count,
    sum(charge_amount) filter (where is_denied and not is_duplicate) as denied_charge_amount,
    sum(expected_allowed_amount) filter (where is_denied and not is_duplicate) as denied_expected_amount,
    count_if(is_denied and not is_duplicate and expected_allowed_amount is null) as denied_without_expectation_line_count,
    count_if(is_denied and is_duplicate) as duplicate_line_count,
    count_if(is_partly_denied) as partly_denied_line_count,
    0 as first_answered_line_count,
    0 as initially_denied_line_count
  from int_report_line
  where report_month between :period_first_month and :report_month
  group by rendering_npi, physician
  union all
  select
    l.rendering_npi,
    l.physician,
    0, 0, 0, null, null, 0, 0, 0,
    count(*),
    count_if(f.is_initially_denied)
  from int_first_answer as f
  inner join int_adjudicated_line as l
    on f.claim_line_key = l.claim_line_key
  where f.exclusion is null and if(:date_basis = 'service', l.service_month, f.answer_month) between :period_first_month and :report_month
  group by l.rendering_npi, l.physician
)
select
  rendering_npi,
  physician,
  sum(adjudicated_line_count) as adjudicated_line_count,
  sum(rated_line_count) as rated_line_count,
  sum(denied_line_count) as denied_line_count,
  cast(try_divide(cast(sum(denied_line_count) as decimal(18,0)), sum(rated_line_count)) as decimal(18,10)) as denial_rate,
  sum(first_answered_line_count) as first_answered_line_count,
  sum(initially_denied_line_count) as initially_denied_line_count,
  cast(try_divide(cast(sum(initially_denied_line_count) as decimal(18,0)), sum(first_answered_line_count)) as decimal(18,10)) as initial_denial_rate,
  cast(coalesce(sum(denied_charge_amount), 0) as decimal(18,2)) as denied_charge_amount,
  cast(coalesce(sum(denied_expected_amount), 0) as decimal(18,2)) as denied_expected_amount,
  sum(denied_without_expectation_line_count) as denied_without_expectation_line_count,
  sum(duplicate_line_count) as duplicate_line_count,
  sum(partly_denied_line_count) as partly_denied_line_count
from physician_tally
group by rendering_npi, physician
order by denied_charge_amount desc, physician, rendering_npi
