-- Grain: one payer, and of its lines all, one setting, one code family, one code, or one code in one setting. Units: multiples are shares of Medicare (1 is Medicare), each line counted once; between two lines the quartile lies where it divides them.
with ordered_multiple as (
  select
    *,
    -- Lines up to this multiple, and of all the number of the last, counted from zero.
    sum(line_count) over so_far as lines_so_far,
    sum(line_count) over of_level - 1 as last_number
  from int_level_multiple
  window
    of_level as (partition by payer, level, setting, family, hcpcs_code),
    so_far as (partition by payer, level, setting, family, hcpcs_code order by multiple)
),
quartile_bound as (
  select
    payer,
    level,
    setting,
    family,
    hcpcs_code,
    cast(last_number * 0.25 - floor(last_number * 0.25) as decimal(4,2)) as first_part,
    cast(last_number * 0.5 - floor(last_number * 0.5) as decimal(4,2)) as median_part,
    cast(last_number * 0.75 - floor(last_number * 0.75) as decimal(4,2)) as third_part,
    min(multiple) filter (where lines_so_far > floor(last_number * 0.25)) as first_lower,
    min(multiple) filter (where lines_so_far > ceil(last_number * 0.25)) as first_upper,
    min(multiple) filter (where lines_so_far > floor(last_number * 0.5)) as median_lower,
    min(multiple) filter (where lines_so_far > ceil(last_number * 0.5)) as median_upper,
    min(multiple) filter (where lines_so_far > floor(last_number * 0.75)) as third_lower,
    min(multiple) filter (where lines_so_far > ceil(last_number * 0.75)) as third_upper
  from ordered_multiple
  group by payer, level, setting, family, hcpcs_code, last_number
)
select
  payer,
  level,
  setting,
  family,
  hcpcs_code,
  cast(round(first_lower + (first_upper - first_lower) * first_part, 10) as decimal(18,10)) as first_quartile,
  cast(round(median_lower + (median_upper - median_lower) * median_part, 10) as decimal(18,10)) as median,
  cast(round(third_lower + (third_upper - third_lower) * third_part, 10) as decimal(18,10)) as third_quartile
from quartile_bound
