-- Grain: one line of a code that is described, with the note of its claim, or of its patient, physician and date, that fits its code best.
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
matched as (
  select
    l.claim_line_key,
    n.*,
    row_number() over (
      partition by l.claim_line_key
      order by coalesce(n.approach in (l.approach, l.other_approach), false) desc, n.note_id
    ) as fit
  from int_coding_line as l
  inner join note as n
    on l.service_date = n.service_date
    and coalesce(n.rendering_npi = l.rendering_npi, true)
    and (
      n.claim_key = upper(trim(l.claim_id))
      or (n.claim_key is null and n.patient_key = l.patient and n.rendering_npi = l.rendering_npi)
    )
  where l.imaging in ('included', 'without')
)
select
  claim_line_key,
  note_id,
  approach,
  levels,
  imaging,
  is_image_kept,
  is_catheter,
  substances,
  is_consent_recorded,
  conservative_treatment,
  response
from matched
where fit = 1
