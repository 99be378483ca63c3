-- Grain: one rendering physician and month of first answers of the year that ends with the period. Units: lines; rates 0..1. The center, what the physician's months are held against, is the rate of the months before the latest training where they have lines enough and any denied, else of all; the limits are those of chance around it, null around a center of 0. training_month is of the latest training since the first month.
with month as (
  select
    rendering_npi,
    answer_month,
    count(*) as line_count,
    count_if(is_counted) as counted_line_count
  from int_review_line
  where rendering_npi is not null
  group by rendering_npi, answer_month
),
first_month as (
  select rendering_npi, min(answer_month) as first_month
  from month
  group by rendering_npi
),
training as (
  select f.rendering_npi, max(date_format(t.training_date, 'yyyy-MM')) as training_month
  from first_month as f
  inner join practice_training as t
    on f.rendering_npi = t.rendering_npi and date_format(t.training_date, 'yyyy-MM') >= f.first_month
  group by f.rendering_npi
),
total as (
  select
    m.rendering_npi,
    t.training_month,
    sum(m.line_count) as line_count,
    sum(m.counted_line_count) as counted_line_count,
    coalesce(sum(m.line_count) filter (where m.answer_month < t.training_month), 0) as before_line_count,
    coalesce(sum(m.counted_line_count) filter (where m.answer_month < t.training_month), 0) as before_counted_line_count
  from month as m
  left join training as t
    on m.rendering_npi = t.rendering_npi
  group by m.rendering_npi, t.training_month
),
judged_total as (
  select
    *,
    before_line_count >= :least_lines and before_counted_line_count > 0 as is_before_training
  from total
),
center as (
  select
    rendering_npi,
    training_month,
    is_before_training,
    if(is_before_training, before_counted_line_count, counted_line_count) as center_counted_line_count,
    if(is_before_training, before_line_count, line_count) as center_line_count
  from judged_total
),
centered_month as (
  select
    m.*,
    c.training_month,
    c.is_before_training,
    c.center_counted_line_count,
    c.center_line_count,
    nullif(cast(c.center_counted_line_count as double) / c.center_line_count, 0) as center
  from month as m
  inner join center as c
    on m.rendering_npi = c.rendering_npi
)
select
  rendering_npi,
  answer_month,
  line_count,
  counted_line_count,
  training_month,
  is_before_training,
  center_counted_line_count,
  center_line_count,
  cast(cast(center_counted_line_count as decimal(18,0)) / center_line_count as decimal(18,10)) as center_rate,
  cast(funnel_lower(line_count, center, :control_level, 1) as decimal(18,10)) as control_lower_rate,
  cast(funnel_upper(line_count, center, :control_level, 1) as decimal(18,10)) as control_upper_rate
from centered_month
