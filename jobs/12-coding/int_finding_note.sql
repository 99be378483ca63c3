-- Grain: one finding: a line whose note describes another code, other levels, or lacks what the policy asks for.
with line as (
  select
    l.*,
    n.approach as note_approach,
    n.levels,
    filter(n.levels, t -> size(t.regions) = 0 or array_contains(t.regions, l.region)) as own_levels,
    n.imaging as note_imaging,
    n.is_image_kept,
    n.substances,
    n.is_consent_recorded,
    n.conservative_treatment,
    n.response,
    -- Caudal says where it was.
    l.needs_level and not coalesce(n.approach = 'caudal', false) as is_level_asked
  from int_coding_line as l
  inner join int_line_note as n
    on l.claim_line_key = n.claim_line_key
),
coded as (
  select
    c.claim_line_key,
    if(c.right_hcpcs_code is null, 'NOTE_NO_SUCH_CODE', 'NOTE_OTHER_CODE') as rule,
    cast(null as string) as other_hcpcs_code,
    c.right_hcpcs_code,
    concat_ws(', ', c.note_approach, replace(c.note_region, '_', ' or '), concat('imaging ', c.note_imaging)) as detail,
    coalesce(c.source, m.source) as source,
    coalesce(c.effective_from_date, m.effective_from_date) as effective_from_date
  from int_note_code as c
  inner join line as l
    on c.claim_line_key = l.claim_line_key
  left join procedure_meaning as m
    on l.hcpcs_code = m.hcpcs_code
    and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
  where not c.is_billed
),
-- How many levels a session billed: primary and add-on codes of one approach and region, sides apart.
billed_level as (
  select patient, service_date, rendering_npi, approach, region, sum(level_quantity) as level_quantity
  from (
    select
      patient,
      service_date,
      rendering_npi,
      approach,
      region,
      hcpcs_code,
      coalesce(sum(unit_quantity) filter (where not array_contains(modifier_codes, 'LT') and not array_contains(modifier_codes, 'RT')), 0)
      + greatest(
        coalesce(sum(unit_quantity) filter (where array_contains(modifier_codes, 'LT')), 0),
        coalesce(sum(unit_quantity) filter (where array_contains(modifier_codes, 'RT')), 0)
      ) as level_quantity
    from int_coding_line
    where imaging in ('included', 'without')
    group by patient, service_date, rendering_npi, approach, region, hcpcs_code
  )
  group by patient, service_date, rendering_npi, approach, region
),
-- What a session billed: a note may name the levels of all of it.
billed_region as (
  select patient, service_date, rendering_npi, approach, collect_set(region) as regions
  from int_coding_line
  where imaging in ('included', 'without')
  group by patient, service_date, rendering_npi, approach
),
element as (
  select
    l.claim_line_key,
    e.element,
    e.is_there
  from line as l
  lateral view stack(
    10,
    'approach', l.note_approach is not null,
    'level', not l.is_level_asked or size(l.levels) > 0,
    'imaging', l.note_imaging is not null,
    'image_kept', coalesce(l.is_image_kept, false),
    'substance', size(l.substances) > 0,
    'dose', size(l.substances) > 0 and not exists(l.substances, s -> coalesce(trim(try_element_at(split(s, '\\|'), 2)), '') = ''),
    'volume', size(l.substances) > 0 and not exists(l.substances, s -> coalesce(trim(try_element_at(split(s, '\\|'), 3)), '') = ''),
    'consent', coalesce(l.is_consent_recorded, false),
    'conservative_treatment', l.conservative_treatment is not null,
    'response', l.response is not null
  ) e as element, is_there
)
select * from coded
union all
select
  l.claim_line_key,
  'NOTE_LEVEL_MISSING' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  cast(null as string) as detail,
  m.source,
  m.effective_from_date
from line as l
inner join procedure_meaning as m
  on l.hcpcs_code = m.hcpcs_code
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
where size(l.levels) = 0 and l.is_level_asked
union all
select
  v.claim_line_key,
  'NOTE_LEVEL_NOT_KNOWN' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat(count(*), ' not known') as detail,
  'spinal_level' as source,
  cast(null as date) as effective_from_date
from int_note_level as v
inner join line as l
  on v.claim_line_key = l.claim_line_key
where size(v.regions) = 0 and l.is_level_asked
group by v.claim_line_key
union all
select
  v.claim_line_key,
  'NOTE_LEVEL_OTHER_REGION' as rule,
  cast(null as string) as other_hcpcs_code,
  r.right_hcpcs_code,
  array_join(array_sort(collect_set(v.level)), ' ') as detail,
  min(s.source) as source,
  min(s.effective_from_date) as effective_from_date
from int_note_level as v
inner join line as l
  on v.claim_line_key = l.claim_line_key
inner join spinal_level as s
  on v.level = s.spinal_level
left join int_note_code as r
  on v.claim_line_key = r.claim_line_key and not r.is_billed
inner join billed_region as b
  on l.patient = b.patient and l.service_date = b.service_date and l.rendering_npi <=> b.rendering_npi and l.approach = b.approach
where size(v.regions) > 0 and not arrays_overlap(v.regions, b.regions)
group by v.claim_line_key, r.right_hcpcs_code
union all
select
  l.claim_line_key,
  'NOTE_FEWER_LEVELS' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat('note ', size(l.own_levels), ', billed ', regexp_replace(cast(b.level_quantity as string), '\\.?0+$', '')) as detail,
  m.source,
  m.effective_from_date
from line as l
inner join billed_level as b
  on l.patient = b.patient and l.service_date = b.service_date and l.rendering_npi <=> b.rendering_npi
  and l.approach = b.approach and l.region = b.region
inner join procedure_meaning as m
  on l.hcpcs_code = m.hcpcs_code
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
where l.is_add_on and size(l.levels) > 0 and size(l.own_levels) < b.level_quantity
union all
select
  l.claim_line_key,
  'NOTE_ELEMENT_MISSING' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  replace(e.element, '_', ' ') as detail,
  min(q.source) as source,
  min(q.effective_from_date) as effective_from_date
from line as l
inner join int_line_policy as p
  on l.claim_line_key = p.claim_line_key
inner join note_requirement as q
  on p.policy = q.policy
  and l.service_date between q.effective_from_date and coalesce(q.effective_to_date, date'9999-12-31')
inner join element as e
  on l.claim_line_key = e.claim_line_key and q.element = e.element
left join int_procedure_day as d
  on l.patient = d.patient and l.family = d.family and l.region = d.region and l.service_date = d.service_date
-- An add-on code has the note of its primary code.
where not e.is_there and not l.is_add_on
  and 1 + coalesce(size(filter(d.earlier_dates, t -> t > add_months(l.service_date, -q.window_months))), 0) >= q.from_session
group by l.claim_line_key, e.element
