-- Grain: one code and payment system whose price can depend on the other lines of its day: it ranks among them, or its other side is billed beside it.
select
  'physician' as payment_system,
  v.hcpcs_code,
  coalesce(max(m.indicator is not null), false) as is_ranked,
  coalesce(max(b.bilateral_indicator is not null), false) as is_paired
from relative_value as v
left join (select distinct indicator from multiple_procedure_rule where payment_system = 'physician') as m
  on v.multiple_procedure_indicator = m.indicator
left join (select distinct bilateral_indicator from bilateral_rule where is_pair_of_lines) as b
  on v.bilateral_indicator = b.bilateral_indicator
where m.indicator is not null or b.bilateral_indicator is not null
group by v.hcpcs_code
