-- Grain: one line with a note: the note that fits its code best, and the levels of all that fit as well, as some write one note a level.
with ranked_note as (
  select
    *,
    rank() over fit = 1 as is_best,
    row_number() over (partition by claim_line_key order by approach_fit desc, region_fit desc, note_id) = 1 as is_first
  from int_note_match
  window fit as (partition by claim_line_key order by approach_fit desc, region_fit desc)
)
select
  claim_line_key,
  min(note_id) filter (where is_first) as note_id,
  min(approach) filter (where is_first) as approach,
  array_sort(array_distinct(flatten(collect_list(levels)))) as levels,
  min(imaging) filter (where is_first) as imaging,
  bool_or(is_image_kept) filter (where is_first) as is_image_kept,
  bool_or(is_catheter) filter (where is_first) as is_catheter,
  first(substances) filter (where is_first) as substances,
  bool_or(is_consent_recorded) filter (where is_first) as is_consent_recorded,
  min(conservative_treatment) filter (where is_first) as conservative_treatment,
  min(response) filter (where is_first) as response
from ranked_note
where is_best
group by claim_line_key
