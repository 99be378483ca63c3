-- Grain: the one row that holds the dated role of every adjustment code, keyed group-reason ('*-45' where any group will do).
select
  map_from_entries(collect_list(struct(code, roles))) as roles
from (
  select
    concat(group_code, '-', reason_code) as code,
    collect_list(struct(effective_from_date, coalesce(effective_to_date, date'9999-12-31') as effective_to_date, role)) as roles
  from adjustment_role
  group by group_code, reason_code
)
