-- Grain: one contract clause or CMS rule behind prices of a packet, with its dates and source. Units: lines, US dollars.
select
  packet_cause,
  clause,
  clause_from_date,
  clause_to_date,
  clause_source,
  release,
  release_from_date,
  release_source,
  cast(count(*) as int) as line_count,
  cast(sum(disputed_amount) as decimal(12,2)) as disputed_amount
from int_packet_price
group by packet_cause, clause, clause_from_date, clause_to_date, clause_source, release, release_from_date, release_source
order by packet_cause, disputed_amount desc, clause, clause_source, release
