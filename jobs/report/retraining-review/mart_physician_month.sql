-- Grain: one rendering physician and month of first answers of the year that ends with the period. Units: lines; expected at the year's rates of the other physicians for the same payer and code; peers are all other physicians. The limits, 0..1, are those of chance around the physician's center; null around a center of 0.
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
  m.rendering_npi,
  m.physician,
  m.answer_month,
  m.line_count,
  m.counted_line_count,
  m.compared_line_count,
  m.observed_line_count,
  cast(m.expected as decimal(18,6)) as expected_line_count,
  m.peer_line_count,
  m.peer_counted_line_count,
  c.control_lower_rate,
  c.control_upper_rate
from compared_month as m
inner join int_control_month as c
  on m.rendering_npi = c.rendering_npi and m.answer_month = c.answer_month
order by m.physician, m.rendering_npi, m.answer_month
