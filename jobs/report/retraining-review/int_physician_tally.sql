-- Grain: one rendering physician in the period or in the year that ends with it. Units: lines; expected at the rates of the other physicians for the same payer and code, and on how many of their denied lines that rests; alike: if all were denied alike, with the variance that chance then gives; US dollars of counted lines.
with rated_cell as (
  select
    *,
    cast(counted_line_count + peer_counted_line_count as double) / (line_count + peer_line_count) as cell_rate
  from int_peer_cell
),
physician_total as (
  select
    span,
    rendering_npi,
    physician,
    sum(line_count) as line_count,
    sum(counted_line_count) as counted_line_count,
    coalesce(sum(line_count) filter (where peer_line_count > 0), 0) as compared_line_count,
    coalesce(sum(counted_line_count) filter (where peer_line_count > 0), 0) as observed_line_count,
    coalesce(sum(cast(line_count as double) * peer_counted_line_count / peer_line_count) filter (where peer_line_count > 0), 0) as expected,
    sum(peer_counted_line_count * power(cast(line_count as double) / peer_line_count, 2)) filter (where peer_line_count > 0) as expected_variance,
    coalesce(sum(cast(line_count as double) * cell_rate) filter (where peer_line_count > 0), 0) as alike,
    coalesce(sum(cast(line_count as double) * cell_rate * (1 - cell_rate) * peer_line_count / (line_count + peer_line_count - 1)) filter (where peer_line_count > 0), 0) as variance
  from rated_cell
  group by span, rendering_npi, physician
),
money_total as (
  select
    spans.span,
    l.rendering_npi,
    count_if(l.is_initially_denied) as initially_denied_line_count,
    coalesce(sum(l.charge_amount) filter (where l.is_counted), 0) as counted_charge_amount,
    sum(l.expected_allowed_amount) filter (where l.is_counted) as counted_expected_amount,
    count_if(l.is_counted and l.expected_allowed_amount is null) as without_expectation_line_count
  from int_review_line as l
  inner join (select distinct span from int_peer_cell) as spans
    on spans.span = 'year' or l.is_in_period
  where l.rendering_npi is not null
  group by spans.span, l.rendering_npi
)
select
  s.span,
  s.rendering_npi,
  s.physician,
  s.line_count,
  m.initially_denied_line_count,
  s.counted_line_count,
  s.compared_line_count,
  s.observed_line_count,
  cast(s.expected as decimal(18,6)) as expected_line_count,
  cast(coalesce(try_divide(cast(s.expected * s.expected as double), s.expected_variance), 0) as decimal(18,6)) as expected_basis_line_count,
  cast(s.alike as decimal(18,6)) as alike_line_count,
  cast(s.variance as decimal(18,6)) as variance,
  cast(m.counted_charge_amount as decimal(18,2)) as counted_charge_amount,
  cast(m.counted_expected_amount as decimal(18,2)) as counted_expected_amount,
  m.without_expectation_line_count
from physician_total as s
inner join money_total as m
  on s.span = m.span and s.rendering_npi = m.rendering_npi
