-- Grain: one rendering physician with lines answered in the year that ends with the period. Units: lines; center_rate, what the physician's months are held against, is 0 to 1: of the months before the latest training where they have lines enough and any denied, else of all. training_month is of the latest training since the first month.
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
center as (
  select
    rendering_npi,
    training_month,
    before_line_count >= :least_lines and before_counted_line_count > 0 as is_before_training,
    line_count,
    counted_line_count,
    before_line_count,
    before_counted_line_count
  from total
)
select
  rendering_npi,
  training_month,
  cast(
    cast(if(is_before_training, before_counted_line_count, counted_line_count) as decimal(18,0))
      / if(is_before_training, before_line_count, line_count) as decimal(18,10)
  ) as center_rate,
  if(is_before_training, before_counted_line_count, counted_line_count) as center_counted_line_count,
  if(is_before_training, before_line_count, line_count) as center_line_count,
  is_before_training
from center
order by rendering_npi
