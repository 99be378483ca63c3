-- Grain: one benchmark that multiples are held against, and how old it is at the period's end. Units: shares of Medicare, years; old is more than five years.
select
  benchmark,
  cast(percent_of_medicare / 100 as decimal(9,4)) as multiple,
  year,
  source,
  cast(substring(:last_month, 1, 4) as int) - year as age_years,
  cast(substring(:last_month, 1, 4) as int) - year > 5 as is_old
from benchmark
order by age_years, benchmark
