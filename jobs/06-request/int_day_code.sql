-- Grain: one code and payment system whose price can depend on the other lines of its day: it ranks among them, its other side is billed beside it, or it is paid only where nothing else is.
with indicator as (
  select 'physician' as payment_system, hcpcs_code, multiple_procedure_indicator, bilateral_indicator, status_code from relative_value
  union
  select 'asc', hcpcs_code, if(is_multiple_procedure_discounted, 'Y', 'N'), null, null from asc_payment
  union
  select 'opps', hcpcs_code, status_indicator, null, null from opps_payment
)
select
  v.payment_system,
  v.hcpcs_code,
  coalesce(max(m.indicator is not null), false) as is_ranked,
  coalesce(max(b.bilateral_indicator is not null), false) as is_paired,
  coalesce(max(s.status_code is not null), false) as is_paid_only_alone
from indicator as v
left join (select distinct payment_system, indicator from multiple_procedure_rule) as m
  on v.payment_system = m.payment_system and v.multiple_procedure_indicator = m.indicator
left join (select distinct bilateral_indicator from bilateral_rule where is_pair_of_lines) as b
  on v.bilateral_indicator = b.bilateral_indicator
left join (select status_code from fee_status where is_paid_only_alone) as s
  on v.status_code = s.status_code
where m.indicator is not null or b.bilateral_indicator is not null or s.status_code is not null
group by v.payment_system, v.hcpcs_code
