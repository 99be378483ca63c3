-- Grain: one finding: a line of a second region, of one level too many, or without imaging, in a session (patient and date) under a policy.
with line as (
  select l.*, p.policy
  from int_coding_line as l
  inner join int_line_policy as p
    on l.claim_line_key = p.claim_line_key
),
rule as (
  select *, coalesce(effective_to_date, date'9999-12-31') as last_date
  from session_rule
),
region as (
  select
    policy,
    patient,
    service_date,
    region,
    min(hcpcs_code) as hcpcs_code,
    row_number() over (partition by policy, patient, service_date order by sum(charge_amount) desc, region) as region_rank
  from line
  group by policy, patient, service_date, region
),
second_region as (
  select
    l.claim_line_key,
    'TWO_REGIONS' as rule,
    k.hcpcs_code as other_hcpcs_code,
    cast(null as string) as right_hcpcs_code,
    concat('most ', r.most) as detail,
    r.source,
    r.effective_from_date
  from line as l
  inner join region as g
    on l.policy = g.policy and l.patient = g.patient and l.service_date = g.service_date and l.region = g.region
  inner join region as k
    on l.policy = k.policy and l.patient = k.patient and l.service_date = k.service_date and k.region_rank = 1
  inner join rule as r
    on l.policy = r.policy and r.measure = 'regions' and l.service_date between r.effective_from_date and r.last_date
  where g.region_rank > r.most
),
-- Left and right of one level are one level: of both sides the one with more counts.
code_level as (
  select
    policy,
    patient,
    service_date,
    region,
    approach,
    hcpcs_code,
    coalesce(sum(unit_quantity) filter (where not array_contains(modifier_codes, 'LT') and not array_contains(modifier_codes, 'RT')), 0)
    + greatest(
      coalesce(sum(unit_quantity) filter (where array_contains(modifier_codes, 'LT')), 0),
      coalesce(sum(unit_quantity) filter (where array_contains(modifier_codes, 'RT')), 0)
    ) as level_quantity,
    max_by(claim_line_key, struct(claim_id, claim_line_number)) as last_line_key,
    max(is_add_on) as is_add_on
  from line
  group by policy, patient, service_date, region, approach, hcpcs_code
),
level as (
  select
    policy,
    service_date,
    approach,
    sum(level_quantity) as level_quantity,
    max_by(last_line_key, struct(is_add_on, hcpcs_code)) as last_line_key
  from code_level
  group by policy, patient, service_date, region, approach
)
select * from second_region
union all
select
  l.last_line_key as claim_line_key,
  'TOO_MANY_LEVELS' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat('most ', r.most, ', billed ', regexp_replace(cast(l.level_quantity as string), '\\.?0+$', '')) as detail,
  r.source,
  r.effective_from_date
from level as l
inner join rule as r
  on l.policy = r.policy and r.measure = 'levels' and l.approach = r.approach
  and l.service_date between r.effective_from_date and r.last_date
where l.level_quantity > r.most
union all
select
  l.claim_line_key,
  'IMAGING_REQUIRED' as rule,
  cast(null as string) as other_hcpcs_code,
  m.hcpcs_code as right_hcpcs_code,
  cast(null as string) as detail,
  r.source,
  r.effective_from_date
from line as l
inner join rule as r
  on l.policy = r.policy and r.measure = 'without_imaging' and l.approach = r.approach and r.most = 0
  and l.service_date between r.effective_from_date and r.last_date
left join procedure_meaning as m
  on l.family = m.family and l.approach = m.approach and l.region = m.region and l.is_catheter = m.is_catheter
  and l.is_add_on = m.is_add_on and l.level_rank <=> m.level_rank and m.imaging = 'included'
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
where l.imaging = 'without'
