-- Grain: one rendering physician in the period or in the year that ends with it: observed against expected at the other physicians' rates for the same payer and code, with exact limits, and where observed against alike lies in the funnel. Units: lines, US dollars; rates 0..1.
with scored_physician as (
  select
    *,
    if(
      compared_line_count >= :least_lines and variance > 0,
      (observed_line_count - cast(alike_line_count as double)) / sqrt(variance),
      null
    ) as score
  from int_physician_tally
),
span_total as (
  select
    span,
    try_divide(cast(sum(observed_line_count) as double), sum(compared_line_count)) as target,
    dispersion(collect_list(score)) as dispersion,
    count(score) as compared_physician_count
  from scored_physician
  group by span
),
placed_physician as (
  select
    s.*,
    t.target,
    t.dispersion,
    t.compared_physician_count,
    funnel_lines(s.alike_line_count, s.variance, t.target) as comparable_lines,
    t.target * s.observed_line_count / nullif(cast(s.alike_line_count as double), 0) as standardized_rate
  from scored_physician as s
  inner join span_total as t
    on s.span = t.span
),
limited_physician as (
  select
    *,
    funnel_lower(comparable_lines, target, :inner_level, dispersion) as inner_lower,
    funnel_upper(comparable_lines, target, :inner_level, dispersion) as inner_upper,
    funnel_lower(comparable_lines, target, :outer_level, dispersion) as outer_lower,
    funnel_upper(comparable_lines, target, :outer_level, dispersion) as outer_upper
  from placed_physician
)
select
  span,
  rendering_npi,
  physician,
  line_count,
  initially_denied_line_count,
  counted_line_count,
  compared_line_count,
  observed_line_count,
  expected_line_count,
  expected_basis_line_count,
  alike_line_count,
  variance,
  cast(observed_line_count / nullif(cast(expected_line_count as double), 0) as decimal(18,10)) as observed_over_expected,
  cast(exact_ratio_lower(observed_line_count, expected_line_count, expected_basis_line_count, :inner_level) as decimal(18,10)) as ratio_lower,
  cast(exact_ratio_upper(observed_line_count, expected_line_count, expected_basis_line_count, :inner_level) as decimal(18,10)) as ratio_upper,
  cast(target as decimal(18,9)) as target_rate,
  cast(dispersion as decimal(18,9)) as dispersion,
  compared_physician_count,
  cast(comparable_lines as decimal(18,6)) as comparable_line_count,
  cast(standardized_rate as decimal(18,10)) as standardized_rate,
  cast(inner_lower as decimal(18,10)) as inner_lower_rate,
  cast(inner_upper as decimal(18,10)) as inner_upper_rate,
  cast(outer_lower as decimal(18,10)) as outer_lower_rate,
  cast(outer_upper as decimal(18,10)) as outer_upper_rate,
  case
    when compared_line_count = 0 then 'NOT_COMPARABLE'
    when compared_line_count < :least_lines then 'TOO_FEW_LINES'
    -- No chance, no place: the same is denied of all.
    when comparable_lines is null then 'WITHIN'
    when standardized_rate > outer_upper then 'NAMED'
    when standardized_rate > inner_upper then 'ABOVE_INNER'
    when standardized_rate < inner_lower then 'BELOW_INNER'
    else 'WITHIN'
  end as place,
  counted_charge_amount,
  counted_expected_amount,
  without_expectation_line_count
from limited_physician
