-- Grain: one rendering physician, payer and code in the period or in the year that ends with it: own lines, and those of all other physicians. Units: lines answered, lines denied at first for what a physician can change.
with spanned_line as (
  select 'period' as span, * from int_review_line where is_in_period
  union all
  select 'year' as span, * from int_review_line
),
own_cell as (
  select
    span,
    rendering_npi,
    physician,
    payer,
    hcpcs_code,
    count(*) as line_count,
    count_if(is_counted) as counted_line_count
  from spanned_line
  where rendering_npi is not null
  group by span, rendering_npi, physician, payer, hcpcs_code
)
select
  *,
  sum(line_count) over (partition by span, payer, hcpcs_code) - line_count as peer_line_count,
  sum(counted_line_count) over (partition by span, payer, hcpcs_code) - counted_line_count as peer_counted_line_count
from own_cell
