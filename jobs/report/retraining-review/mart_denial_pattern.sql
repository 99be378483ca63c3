-- Grain: one rendering physician and pattern of counted denials of the period. Units: lines, US dollars; expected lines at the other physicians' share.
select * from int_denial_pattern
order by physician, rendering_npi, pattern_number
