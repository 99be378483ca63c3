-- Grain: one line and level of the spine that its note names, with the regions that the level may be of by the note's approach; none where nobody knows the level.
with level as (
  select
    l.claim_line_key,
    n.level,
    -- A row of the approach itself comes before that of any.
    coalesce(collect_set(s.region) filter (where s.approach = coalesce(n.approach, l.approach)), array()) as own_regions,
    coalesce(collect_set(s.region) filter (where s.approach = '*'), array()) as any_regions
  from int_coding_line as l
  inner join (select claim_line_key, approach, explode(levels) as level from int_line_note) as n
    on l.claim_line_key = n.claim_line_key
  left join spinal_level as s
    on n.level = s.spinal_level
    and l.service_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
  group by l.claim_line_key, n.level
)
select
  claim_line_key,
  level,
  if(size(own_regions) > 0, own_regions, any_regions) as regions
from level
