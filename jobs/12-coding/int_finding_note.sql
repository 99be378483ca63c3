-- Grain: one finding: a line whose note describes another code, or lacks what the policy asks for.
with element as (
  select
    l.claim_line_key,
    e.element,
    e.is_there
  from int_noted_line as l
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
select
  c.claim_line_key,
  if(c.right_hcpcs_code is null, 'NOTE_NO_SUCH_CODE', 'NOTE_OTHER_CODE') as rule,
  cast(null as string) as other_hcpcs_code,
  c.right_hcpcs_code,
  concat_ws(', ', c.note_approach, replace(c.note_region, '_', ' or '), concat('imaging ', c.note_imaging)) as detail,
  coalesce(c.source, m.source) as source,
  coalesce(c.effective_from_date, m.effective_from_date) as effective_from_date
from int_note_code as c
inner join int_noted_line as l
  on c.claim_line_key = l.claim_line_key
left join procedure_meaning as m
  on l.hcpcs_code = m.hcpcs_code
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
where not c.is_billed
union all
select
  l.claim_line_key,
  'NOTE_ELEMENT_MISSING' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  replace(e.element, '_', ' ') as detail,
  min(q.source) as source,
  min(q.effective_from_date) as effective_from_date
from int_noted_line as l
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
