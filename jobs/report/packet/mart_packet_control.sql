-- Grain: one control of the packets, whatever cause is asked for. Units: rows or US dollars; is_required says that a difference stops the report.
with listed as (
  select count(*) as lines
  from int_listed_line
  where payer = :asked_payer
),
placed as (
  select
    count(*) as lines,
    count_if(packet_cause is not null) as packet_lines,
    count(distinct if(packet_cause is not null, claim_line_key, null)) as distinct_lines,
    count(distinct if(packet_cause is not null, concat(billing_npi, ' ', worklist_claim_key), null)) as claims,
    count(distinct if(packet_cause is not null, concat(billing_npi, ' ', worklist_claim_key, ' ', packet_cause), null)) as claim_packets,
    count_if(packet_cause is not null and not coalesce(deadline_date >= denial_as_of_date and not is_past_deadline, false)) as past_lines,
    count_if(packet_cause is not null and expected_allowed_amount is null) as unpriced_lines,
    coalesce(sum(disputed_amount), 0) as disputed,
    coalesce(sum(if(packet_cause is not null, expected_allowed_amount - allowed_amount, null)), 0) as difference
  from int_packet_line
  cross join int_denial_date
),
worklist as (
  select coalesce(sum(l.short_amount), 0) as disputed
  from int_listed_line as l
  inner join int_packet_line as p
    on l.claim_line_key = p.claim_line_key
  where p.packet_cause is not null
),
control as (
  select stack(
    7,
    1, 'Findings of the payer: worklist = packets and left out', 'rows', cast(listed.lines as decimal(18,2)), cast(placed.lines as decimal(18,2)),
    2, 'Packet lines: each line once', 'rows', cast(placed.distinct_lines as decimal(18,2)), cast(placed.packet_lines as decimal(18,2)),
    3, 'Packet claims: one packet a claim', 'rows', cast(placed.claims as decimal(18,2)), cast(placed.claim_packets as decimal(18,2)),
    4, 'Packet lines past their window: none', 'rows', cast(0 as decimal(18,2)), cast(placed.past_lines as decimal(18,2)),
    5, 'Packet lines without a price: none', 'rows', cast(0 as decimal(18,2)), cast(placed.unpriced_lines as decimal(18,2)),
    6, 'Difference: expected less allowed = packets', 'dollars', cast(placed.difference as decimal(18,2)), cast(placed.disputed as decimal(18,2)),
    7, 'Difference: worklist = packets', 'dollars', cast(worklist.disputed as decimal(18,2)), cast(placed.disputed as decimal(18,2))
  ) as (ordinal, control, unit, expected_amount, found_amount)
  from listed
  cross join placed
  cross join worklist
)
select
  ordinal,
  control,
  unit,
  cast(expected_amount as decimal(18,2)) as expected_amount,
  cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount,
  true as is_required
from control
order by ordinal
