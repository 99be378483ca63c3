-- Grain: one line whose price depends on another of its day that was denied, with the key of the price that it has where denied lines take no rank, and of what is left of the day.
with denied_day as (
  select distinct l.day_key
  from int_denied_line as n
  inner join int_service_line as l
    on n.line_key = l.line_key
  where l.day_key is not null
),
remaining_line as (
  select
    l.line_key,
    l.service_key,
    l.payer_class,
    l.contract,
    count(*) over (partition by l.day_key) as day_line_count,
    collect_list(l.service_key) over (
      partition by l.day_key order by d.ordinal rows between unbounded preceding and unbounded following
    ) as day_services,
    row_number() over (partition by l.day_key order by d.ordinal) as ordinal
  from int_day_line as d
  inner join int_service_line as l
    on d.line_key = l.line_key
  inner join denied_day as y
    on l.day_key = y.day_key
  left join int_denied_line as n
    on l.line_key = n.line_key
  where n.line_key is null
),
keyed_line as (
  select
    line_key,
    service_key,
    payer_class,
    contract,
    if(day_line_count > 1, xxhash64(day_services), null) as day_service_key,
    if(day_line_count > 1, ordinal, null) as ordinal
  from remaining_line
)
select
  line_key,
  service_key,
  payer_class,
  contract,
  day_service_key,
  ordinal,
  if(day_service_key is null, service_key, xxhash64(service_key, day_service_key, ordinal)) as price_key
from keyed_line
