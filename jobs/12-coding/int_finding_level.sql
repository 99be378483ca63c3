-- Grain: one finding: a line whose note has no level, one of another region, or fewer levels than the session billed.
-- How many levels a session billed: primary and add-on codes of one approach and region, sides apart.
with billed_level as (
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
)
select
  l.claim_line_key,
  'NOTE_LEVEL_MISSING' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  cast(null as string) as detail,
  m.source,
  m.effective_from_date
from int_noted_line as l
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
inner join int_noted_line as l
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
inner join int_noted_line as l
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
from int_noted_line as l
inner join billed_level as b
  on l.patient = b.patient and l.service_date = b.service_date and l.rendering_npi <=> b.rendering_npi
  and l.approach = b.approach and l.region = b.region
inner join procedure_meaning as m
  on l.hcpcs_code = m.hcpcs_code
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
where l.is_add_on and size(l.levels) > 0 and size(l.own_levels) < b.level_quantity
