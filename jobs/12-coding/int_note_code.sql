-- Grain: one line with a note: approach, region and imaging that the note says, and the code of them; none where the table has none.
with line as (
  select
    l.*,
    n.approach as note_approach,
    n.imaging as note_imaging,
    coalesce(n.is_catheter, l.is_catheter) as note_is_catheter
  from int_coding_line as l
  inner join int_line_note as n
    on l.claim_line_key = n.claim_line_key
),
-- The region that all known levels of the note agree on.
note_region as (
  select claim_line_key, region as note_region
  from (
    select claim_line_key, region, count(*) as level_count
    from int_note_level
    lateral view explode(regions) r as region
    group by claim_line_key, region
  )
  inner join (
    select claim_line_key, count(*) as known_count
    from int_note_level
    where size(regions) > 0
    group by claim_line_key
  ) using (claim_line_key)
  where level_count = known_count
),
noted_line as (
  select
    l.*,
    -- T12-L1 may be of either region: then the code's own counts.
    coalesce(min(r.note_region) filter (where r.note_region = l.region), min(r.note_region)) as note_region
  from line as l
  left join note_region as r
    on l.claim_line_key = r.claim_line_key
  group by all
),
resolved_line as (
  select
    s.*,
    coalesce(s.note_approach, s.approach) as right_approach,
    coalesce(s.note_region, s.region) as right_region
  from noted_line as s
),
-- Codes of the note's approach and region; imaging that a code counts comes before none.
candidate as (
  select
    a.claim_line_key,
    a.hcpcs_code,
    m.hcpcs_code as right_hcpcs_code,
    m.source,
    m.effective_from_date,
    coalesce(m.imaging = 'included' and array_contains(split(coalesce(m.imaging_kinds, ''), ' '), a.note_imaging), false) as is_counted,
    if(a.note_imaging is null, m.imaging = a.imaging, m.imaging in ('without', 'separate')) as is_open
  from resolved_line as a
  inner join procedure_meaning as m
    on a.right_approach in (m.approach, m.other_approach)
    and a.right_region = m.region
    and a.note_is_catheter = m.is_catheter
    and a.is_add_on = m.is_add_on
    and a.level_rank <=> m.level_rank
    and a.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
),
right_code as (
  select
    claim_line_key,
    max(right_hcpcs_code = hcpcs_code) as is_billed,
    min(right_hcpcs_code) as right_hcpcs_code,
    min_by(source, right_hcpcs_code) as source,
    min_by(effective_from_date, right_hcpcs_code) as effective_from_date
  from (
    select *, max(is_counted) over (partition by claim_line_key) as has_counted
    from candidate
  )
  where if(has_counted, is_counted, is_open)
  group by claim_line_key
)
select
  a.claim_line_key,
  a.note_approach,
  a.note_region,
  a.note_imaging,
  r.right_hcpcs_code,
  coalesce(r.is_billed, false) as is_billed,
  r.source,
  r.effective_from_date
from resolved_line as a
left join right_code as r
  on a.claim_line_key = r.claim_line_key
