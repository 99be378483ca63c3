-- Grain: one date on which some price rule changes. Between two of them a price does not depend on the day.
select distinct boundary_date
from (
  select effective_from_date as boundary_date from relative_value
  union all
  select effective_from_date from gpci
  union all
  select effective_from_date from conversion_factor
  union all
  select date_add(effective_to_date, 1) from conversion_factor
  union all
  select effective_from_date from modifier_effect
  union all
  select date_add(effective_to_date, 1) from modifier_effect
  union all
  select effective_from_date from practice_percent
  union all
  select date_add(effective_to_date, 1) from practice_percent
  union all
  select make_date(year(effective_from_date), 1, 1) from relative_value
  union all
  select make_date(year(effective_from_date) + 1, 1, 1) from relative_value
)
where boundary_date is not null
