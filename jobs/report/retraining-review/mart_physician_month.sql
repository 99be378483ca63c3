-- Grain: one rendering physician and month of first answers of the year that ends with the period. Units: lines; expected at the year's rates of the other physicians for the same payer and code; peers are all other physicians.
with month as (
  select
    l.rendering_npi,
    l.physician,
    l.answer_month,
    count(*) as line_count,
    count_if(l.is_counted) as counted_line_count,
    count_if(c.peer_line_count > 0) as compared_line_count,
    count_if(c.peer_line_count > 0 and l.is_counted) as observed_line_count,
    coalesce(sum(cast(c.peer_counted_line_count as double) / c.peer_line_count) filter (where c.peer_line_count > 0), 0) as expected
  from int_review_line as l
  inner join int_peer_cell as c
    on c.span = 'year' and l.rendering_npi = c.rendering_npi and l.payer <=> c.payer and l.hcpcs_code <=> c.hcpcs_code
  group by l.rendering_npi, l.physician, l.answer_month
),
compared_month as (
  select
    *,
    sum(line_count) over (partition by answer_month) - line_count as peer_line_count,
    sum(counted_line_count) over (partition by answer_month) - counted_line_count as peer_counted_line_count
  from month
)
select
  rendering_npi,
  physician,
  answer_month,
  line_count,
  counted_line_count,
  compared_line_count,
  observed_line_count,
  cast(expected as decimal(18,6)) as expected_line_count,
  peer_line_count,
  peer_counted_line_count
from compared_month
order by physician, rendering_npi, answer_month
