-- Grain: one payer, code, setting and share of the expectation that many lines fall short by alike, however little. Units: US dollars; share 0..1.
select *
from int_shortfall_pattern
order by shortfall_amount desc, payer, hcpcs_code, setting, allowed_share
