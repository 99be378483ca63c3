-- Grain: one rendering physician with lines answered in the year that ends with the period. Units: lines; center_rate, what the physician's months are held against, is 0 to 1: of the months before the latest training where they have lines enough and any denied, else of all. training_month is of the latest training since the first month.
select distinct
  rendering_npi,
  training_month,
  center_rate,
  center_counted_line_count,
  center_line_count,
  is_before_training
from int_control_month
order by rendering_npi
