-- Grain: one denial that is open on the as-of date, the one worth most first. Units: US dollars; rate 0..1.
select
  w.* except (claim_line_key),
  coalesce(s.worklist_status, 'NEW') as worklist_status,
  d.rendering_npi
from int_denial_work as w
left join int_denial as d
  on w.claim_line_key = d.claim_line_key
left join int_line_status as s
  on w.claim_line_key = s.claim_line_key
order by w.work_order
