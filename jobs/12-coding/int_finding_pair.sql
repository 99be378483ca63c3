-- Grain: one finding: a line of column 2 beside a code of column 1 of the same patient, day and physician; or a modifier that separates nothing.
with pair as (
  select
    column_1_code,
    column_2_code,
    modifier_indicator,
    coalesce(effective_from_date, date'1900-01-01') as effective_from_date,
    effective_from_date as stated_from_date,
    coalesce(deletion_date, date'9999-12-31') as deletion_date,
    source_file
  from procedure_pair
  where not coalesce(deletion_date = effective_from_date, false)
),
separating_line as (
  select
    l.claim_line_key,
    collect_set(struct(m.modifier, m.placement, m.is_side)) as modifiers
  from (select claim_line_key, hcpcs_code, service_date, explode(modifier_codes) as modifier from int_coding_line) as l
  inner join pair_modifier as m
    on l.modifier = m.modifier and l.hcpcs_code between m.code_from and m.code_to
    and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
  group by l.claim_line_key
),
paired_line as (
  select
    second.claim_line_key,
    first.claim_line_key as other_line_key,
    second.day_key = first.day_key as is_same_physician,
    p.*,
    coalesce(exists(s2.modifiers, m -> not m.is_side or not array_contains(first.modifier_codes, m.modifier)), false)
    or coalesce(
      exists(s1.modifiers, m -> m.placement = 'either' and (not m.is_side or not array_contains(second.modifier_codes, m.modifier))),
      false
    ) as is_separated
  from int_coding_line as second
  inner join int_coding_line as first
    on second.patient = first.patient and second.service_date = first.service_date and second.claim_line_key <> first.claim_line_key
    and (second.day_key = first.day_key or second.billing_npi = first.billing_npi)
  inner join pair as p
    on first.hcpcs_code = p.column_1_code and second.hcpcs_code = p.column_2_code
    and second.service_date between p.effective_from_date and p.deletion_date
  left join separating_line as s1
    on first.claim_line_key = s1.claim_line_key
  left join separating_line as s2
    on second.claim_line_key = s2.claim_line_key
),
known_code as (
  select column_1_code as hcpcs_code from procedure_pair
  union
  select column_2_code from procedure_pair
),
-- What stands beside each line, of any physician of the group: whether the pairs know all of it, and whether the code itself is there again.
line_day as (
  select
    l.claim_line_key,
    count(*) > count(k.hcpcs_code) as has_unknown_code,
    count_if(o.hcpcs_code = l.hcpcs_code) > 1 as is_code_again
  from int_coding_line as l
  inner join int_coding_line as o
    on l.patient = o.patient and l.service_date = o.service_date
    and (l.day_key = o.day_key or l.billing_npi = o.billing_npi)
  left join known_code as k
    on o.hcpcs_code = k.hcpcs_code
  group by l.claim_line_key
),
separable_line as (
  select claim_line_key from paired_line where modifier_indicator = '1'
  union
  select other_line_key from paired_line where modifier_indicator = '1'
),
distinct_service as (
  select l.claim_line_key, l.modifier, min_by(m.source, m.effective_from_date) as source, min(m.effective_from_date) as effective_from_date
  from (select claim_line_key, service_date, explode(modifier_codes) as modifier from int_coding_line) as l
  inner join pair_modifier as m
    on l.modifier = m.modifier and m.is_distinct_service
    and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
  group by l.claim_line_key, l.modifier
)
select distinct
  claim_line_key,
  if(modifier_indicator = '0', 'PAIR_NEVER', 'PAIR_NEEDS_MODIFIER') as rule,
  column_1_code as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat('indicator ', modifier_indicator) as detail,
  source_file as source,
  stated_from_date as effective_from_date
from paired_line
where is_same_physician and (modifier_indicator = '0' or (modifier_indicator = '1' and not is_separated))
union all
select
  d.claim_line_key,
  'DISTINCT_MODIFIER_NEEDLESS' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  d.modifier as detail,
  d.source,
  d.effective_from_date
from distinct_service as d
inner join line_day as y
  on d.claim_line_key = y.claim_line_key
left join separable_line as s
  on d.claim_line_key = s.claim_line_key
-- XP speaks of another practitioner, whose claims need not be ours.
where s.claim_line_key is null and not y.has_unknown_code and not y.is_code_again and d.modifier <> 'XP'
