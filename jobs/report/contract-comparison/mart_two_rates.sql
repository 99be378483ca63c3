-- Grain: one payer, code and setting that is allowed at two rates: a second heap of lines a step or more from the first. Units: lines, shares of Medicare.
select
  payer,
  hcpcs_code,
  setting,
  line_count,
  main_multiple,
  main_line_count,
  main_share,
  other_multiple,
  other_line_count,
  other_share,
  other_first_month,
  other_last_month
from int_rate_cluster
where other_share >= :least_other_share and other_line_count >= :small_number
order by other_line_count desc, payer, hcpcs_code, setting
