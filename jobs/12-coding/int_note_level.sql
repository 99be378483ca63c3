-- Grain: one line and level of the spine that its notes name, with the regions that the level may be of by the note's approach; none where nobody knows the level.
select
  claim_line_key,
  named.level,
  named.regions
from int_line_note
lateral view explode(levels) e as named
