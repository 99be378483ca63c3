-- Grain: one line with what its note says. Units: none; own_levels are the levels of the line's own region.
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
