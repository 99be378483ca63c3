-- Grain: one line of a code that is described and a note of its claim, or of its patient, physician and date: the levels of the note with the regions that each may be of, and how well approach and region fit the code: 2 they do, 1 the note does not say, 0 they do not.
with note as (
  select
    note_id,
    upper(trim(claim_id)) as claim_key,
    patient_key,
    rendering_npi,
    service_date,
    lower(trim(approach)) as approach,
    -- L4/5, L4-5 and L4-L5 are one level.
    transform(
      filter(split(upper(coalesce(levels, '')), '[;,]'), t -> trim(t) <> ''),
      t -> regexp_replace(replace(replace(trim(t), '/', '-'), ' - ', '-'), '^([CTLS])(\\d+)-(\\d+)$', '$1$2-$1$3')
    ) as levels,
    lower(trim(imaging)) as imaging,
    is_image_kept,
    is_catheter,
    filter(split(coalesce(substances, ''), ';'), t -> trim(t) <> '') as substances,
    is_consent_recorded,
    nullif(trim(conservative_treatment), '') as conservative_treatment,
    nullif(trim(response), '') as response
  from procedure_note
),
matched_note as (
  select
    l.claim_line_key,
    l.approach as line_approach,
    l.other_approach as line_other_approach,
    l.region as line_region,
    l.service_date as line_date,
    n.*
  from int_coding_line as l
  inner join note as n
    on l.service_date = n.service_date
    and coalesce(n.rendering_npi = l.rendering_npi, true)
    and (
      n.claim_key = upper(trim(l.claim_id))
      or (n.claim_key is null and n.patient_key = l.patient and n.rendering_npi = l.rendering_npi)
    )
  where l.imaging in ('included', 'without')
),
level as (
  select
    m.claim_line_key,
    m.note_id,
    m.level,
    -- A row of the approach itself comes before that of any.
    coalesce(collect_set(s.region) filter (where s.approach = m.approach), array()) as own_regions,
    coalesce(collect_set(s.region) filter (where s.approach = '*'), array()) as any_regions
  from (
    select distinct claim_line_key, note_id, line_date, coalesce(approach, line_approach) as approach, explode(levels) as level
    from matched_note
  ) as m
  left join spinal_level as s
    on m.level = s.spinal_level
    and m.line_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
  group by m.claim_line_key, m.note_id, m.level
),
note_level as (
  select
    claim_line_key,
    note_id,
    array_sort(collect_list(struct(level, array_sort(if(size(own_regions) > 0, own_regions, any_regions)) as regions))) as levels
  from level
  group by claim_line_key, note_id
)
select
  m.claim_line_key,
  m.note_id,
  m.approach,
  coalesce(v.levels, array()) as levels,
  m.imaging,
  m.is_image_kept,
  m.is_catheter,
  m.substances,
  m.is_consent_recorded,
  m.conservative_treatment,
  m.response,
  case
    when m.approach is null then 1
    when m.approach = m.line_approach or coalesce(m.approach = m.line_other_approach, false) then 2
    else 0
  end as approach_fit,
  case
    when not coalesce(exists(v.levels, t -> size(t.regions) > 0), false) then 1
    when exists(v.levels, t -> array_contains(t.regions, m.line_region)) then 2
    else 0
  end as region_fit
from matched_note as m
left join note_level as v
  on m.claim_line_key = v.claim_line_key and m.note_id = v.note_id
