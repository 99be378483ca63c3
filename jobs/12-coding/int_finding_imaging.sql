-- Grain: one finding: a line of imaging beside a procedure of the same patient, day and physician that includes it, and no other that it could have guided: between those the pairs decide.
with included_imaging as (
  select
    i.claim_line_key,
    min(p.hcpcs_code) as other_hcpcs_code,
    max(arrays_overlap(i.modifier_codes, d.modifiers)) as is_separated
  from int_coding_line as i
  inner join int_coding_line as p
    on i.day_key = p.day_key and i.service_date = p.service_date and p.imaging = 'included'
  cross join (
    select collect_set(modifier) as modifiers from pair_modifier where is_distinct_service
  ) as d
  where i.imaging = 'is_imaging'
  group by i.claim_line_key
),
-- Another procedure of the day that imaging could have guided, or of which we do not know it: CPT numbers surgery below 70000.
guiding_imaging as (
  select distinct i.claim_line_key
  from int_coding_line as i
  inner join int_coding_line as o
    on i.day_key = o.day_key and i.service_date = o.service_date
  where i.imaging = 'is_imaging'
    and (o.imaging in ('separate', 'without') or (o.imaging is null and o.hcpcs_code < '70000'))
)
select
  g.claim_line_key,
  if(g.is_separated, 'IMAGING_SEPARATED', 'IMAGING_BUNDLED') as rule,
  g.other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  cast(null as string) as detail,
  m.source,
  m.effective_from_date
from included_imaging as g
inner join int_coding_line as l
  on g.claim_line_key = l.claim_line_key
inner join procedure_meaning as m
  on g.other_hcpcs_code = m.hcpcs_code
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
left anti join guiding_imaging as o
  on g.claim_line_key = o.claim_line_key
