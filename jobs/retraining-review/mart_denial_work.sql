-- Grain: one denial that is open on the as-of date, the one worth most first. Units: US dollars; rate 0..1.
select * except (claim_line_key)
from int_denial_work
order by work_order
