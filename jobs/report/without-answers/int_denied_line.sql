-- Grain: one line that its payer denied: none where nobody has answered.
select line_key
from int_priceable_line
where false
