-- Grain: one benchmark that multiples are held against. Units: shares of Medicare.
select
  benchmark,
  cast(percent_of_medicare / 100 as decimal(9,4)) as multiple,
  year,
  source
from benchmark
order by year desc, benchmark
