-- Grain: one claim line that has to be priced and that its first payer denied in full and paid nothing for: it may take no rank from others of its day.
select o.claim_line_key as line_key
from int_line_outcome as o
inner join int_priceable_line as l
  on o.claim_line_key = l.line_key
where o.is_denied
