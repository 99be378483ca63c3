-- Grain: one rendering physician with lines answered in the year that ends with the period: the one verdict on the rate against peers, and the numbers of the span that it rests on. The period decides, unless it does not show a rate to be higher and the year does, or it cannot be compared and the year can. Units: lines; observed_over_expected is a ratio with exact 95 % limits.
with judged_span as (
  select
    *,
    case
      when place = 'NAMED' then 'HIGHER'
      when place = 'ABOVE_INNER' then 'POSSIBLY_HIGHER'
      when place = 'BELOW_INNER' and standardized_rate < outer_lower_rate then 'LOWER'
      when place = 'BELOW_INNER' then 'POSSIBLY_LOWER'
      when place = 'WITHIN' then 'NOT_DIFFERENT'
      else place
    end as peer_verdict
  from int_physician_rate
),
-- The limits are of another method than the verdict. The few that lie on another side of 1 than it says are left to
-- the table of rates: one page says one thing.
limited_span as (
  select
    *,
    case
      when peer_verdict in ('HIGHER', 'POSSIBLY_HIGHER') then ratio_lower > 1
      when peer_verdict in ('LOWER', 'POSSIBLY_LOWER') then ratio_upper < 1
      when peer_verdict = 'NOT_DIFFERENT' then ratio_lower <= 1 and ratio_upper >= 1
      else false
    end as is_limit_of_verdict
  from judged_span
),
ranked_span as (
  select
    *,
    row_number() over (
      partition by rendering_npi
      order by peer_verdict <> 'HIGHER', peer_verdict in ('TOO_FEW_LINES', 'NOT_COMPARABLE'), span
    ) as deciding_rank
  from limited_span
)
select
  rendering_npi,
  physician,
  peer_verdict,
  span as verdict_span,
  line_count,
  counted_line_count,
  compared_line_count,
  observed_line_count,
  expected_line_count,
  observed_over_expected,
  if(is_limit_of_verdict, ratio_lower, null) as ratio_lower,
  if(is_limit_of_verdict, ratio_upper, null) as ratio_upper
from ranked_span
where deciding_rank = 1
order by physician, rendering_npi
