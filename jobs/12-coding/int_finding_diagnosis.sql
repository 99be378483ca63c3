-- Grain: one finding: diagnoses of another region than the code, a first diagnosis that leaves something open, or none that the policy covers.
with diagnosis as (
  select claim_line_key, hcpcs_code, region, service_date, position, diagnosis_code
  from int_coding_line
  lateral view posexplode(diagnosis_codes) d as position, diagnosis_code
),
fitting_region as (
  select
    d.claim_line_key,
    d.position,
    d.region as code_region,
    r.region,
    r.source,
    r.effective_from_date,
    dense_rank() over (partition by d.claim_line_key, d.position order by length(r.icd10_prefix) desc) as fit
  from diagnosis as d
  inner join diagnosis_region as r
    on startswith(d.diagnosis_code, r.icd10_prefix)
    and d.service_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
  where d.region in (select region from spinal_level)
),
-- All diagnoses are of another region: one of none may be the reason by itself.
other_region as (
  select
    f.claim_line_key,
    min(f.region) as region,
    min(f.source) as source,
    max(f.effective_from_date) as effective_from_date
  from fitting_region as f
  inner join int_coding_line as l
    on f.claim_line_key = l.claim_line_key
  where f.fit = 1
  group by f.claim_line_key, l.diagnosis_codes
  having not bool_or(f.code_region = f.region) and count(distinct f.position) = size(l.diagnosis_codes)
),
covering_policy as (
  select distinct d.claim_line_key, c.policy
  from diagnosis as d
  inner join covered_diagnosis as c
    on startswith(d.diagnosis_code, c.icd10_prefix)
    and d.service_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
),
listed_policy as (
  select d.service_date, c.policy, min(c.source) as source, min(c.effective_from_date) as effective_from_date
  from (select distinct service_date from int_coding_line) as d
  inner join covered_diagnosis as c
    on d.service_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
  group by d.service_date, c.policy
)
select
  o.claim_line_key,
  'DIAGNOSIS_OTHER_REGION' as rule,
  cast(null as string) as other_hcpcs_code,
  m.hcpcs_code as right_hcpcs_code,
  array_join(l.diagnosis_codes, ' ') as detail,
  o.source,
  o.effective_from_date
from other_region as o
inner join int_coding_line as l
  on o.claim_line_key = l.claim_line_key
left join procedure_meaning as m
  on o.region = m.region and l.family = m.family and l.approach = m.approach and l.imaging = m.imaging
  and l.is_catheter = m.is_catheter and l.is_add_on = m.is_add_on and l.level_rank <=> m.level_rank
  and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
union all
select
  d.claim_line_key,
  'DIAGNOSIS_UNSPECIFIC' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat(d.diagnosis_code, '; better: ', max_by(u.better_choice, length(u.icd10_prefix))) as detail,
  max_by(u.source, length(u.icd10_prefix)) as source,
  max_by(u.effective_from_date, length(u.icd10_prefix)) as effective_from_date
from diagnosis as d
inner join unspecific_diagnosis as u
  on startswith(d.diagnosis_code, u.icd10_prefix)
  and d.service_date between u.effective_from_date and coalesce(u.effective_to_date, date'9999-12-31')
where d.position = 0
group by d.claim_line_key, d.diagnosis_code
union all
select
  l.claim_line_key,
  'DIAGNOSIS_NOT_COVERED' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  array_join(l.diagnosis_codes, ' ') as detail,
  s.source,
  s.effective_from_date
from int_coding_line as l
inner join int_line_policy as p
  on l.claim_line_key = p.claim_line_key
inner join listed_policy as s
  on p.policy = s.policy and l.service_date = s.service_date
left anti join covering_policy as c
  on l.claim_line_key = c.claim_line_key and p.policy = c.policy
where size(l.diagnosis_codes) > 0
