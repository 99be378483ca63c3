-- Grain: one line whose price depends on another line of its day, with the key that days share on which the same was done in the same order, and its place among them.
with side_modifier_set as (
  select collect_set(modifier) as modifiers
  from modifier_effect
  where effect in ('left_side', 'right_side')
),
-- On a day with what is paid only alone, all other lines say whether it is.
lone_code_day as (
  select distinct l.day_key
  from int_service_line as l
  inner join int_day_code as c
    on l.payment_system = c.payment_system and l.hcpcs_code = c.hcpcs_code
  where c.is_paid_only_alone
),
acting_line as (
  select
    l.line_key,
    l.day_key,
    l.line_number,
    l.service_key
  from int_service_line as l
  left join int_day_code as c
    on l.payment_system = c.payment_system and l.hcpcs_code = c.hcpcs_code
  left join lone_code_day as a
    on l.day_key = a.day_key
  cross join side_modifier_set as s
  where l.day_key is not null
    and (
      c.is_ranked
      or a.day_key is not null
      or c.is_paired and arrays_overlap(array(l.hcpcs_modifier_1, l.hcpcs_modifier_2, l.hcpcs_modifier_3, l.hcpcs_modifier_4), s.modifiers)
    )
),
-- Once a day, not once a line: a list for every line of a long day would cost its square.
day as (
  select
    day_key,
    xxhash64(transform(array_sort(collect_list(struct(line_number, line_key, service_key))), s -> s.service_key)) as day_service_key
  from acting_line
  group by day_key
  having count(*) > 1
)
select
  a.line_key,
  a.service_key,
  d.day_service_key,
  row_number() over (partition by a.day_key order by a.line_number, a.line_key) as ordinal
from acting_line as a
inner join day as d
  on a.day_key = d.day_key
