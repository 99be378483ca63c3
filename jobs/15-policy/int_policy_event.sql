-- Grain: one public event of a code: its Medicare relative values or conversion factor, a code pair (NCCI), a unit limit (MUE) or a frequency policy that began, changed or ended. finding_group is the kind of finding whose denials it can explain; null where it can change what is allowed. Units: none.
with changed_code as (
  select distinct hcpcs_code
  from int_policy_change
),
value as (
  select
    r.hcpcs_code,
    r.effective_from_date,
    r.release,
    struct(r.work_rvu, r.non_facility_pe_rvu, r.facility_pe_rvu, r.mp_rvu, r.conversion_factor) as unit_value,
    lag(struct(r.work_rvu, r.non_facility_pe_rvu, r.facility_pe_rvu, r.mp_rvu, r.conversion_factor)) over release_order
      as earlier_unit_value,
    lag(r.effective_from_date) over release_order as earlier_date
  from relative_value as r
  inner join changed_code as c
    on r.hcpcs_code = c.hcpcs_code
  where r.modifier is null
  window release_order as (partition by r.hcpcs_code order by r.effective_from_date, r.release)
),
-- Of releases that are not on file, each may be the one that changed it.
valued_code as (
  select
    v.hcpcs_code,
    r.effective_from_date,
    if(r.release = v.release, r.release, concat(r.release, ' to ', v.release, ' (not all on file)')) as releases
  from value as v
  inner join release_calendar as r
    on r.effective_from_date > v.earlier_date and r.effective_from_date <= v.effective_from_date
  where v.unit_value <> v.earlier_unit_value
),
limited_code as (
  select
    m.hcpcs_code,
    m.effective_from_date,
    m.release,
    m.unit_limit,
    lag(m.release) over (partition by m.hcpcs_code order by m.effective_from_date, m.release) is not null
      and m.unit_limit is distinct from lag(m.unit_limit) over (partition by m.hcpcs_code order by m.effective_from_date, m.release)
        as is_change
  from medically_unlikely_edit as m
  inner join changed_code as c
    on m.hcpcs_code = c.hcpcs_code
),
-- A pair that was deleted on its first day never held.
held_pair as (
  select *
  from procedure_pair
  where coalesce(deletion_date <> effective_from_date, true)
),
paired_code as (
  select p.column_1_code as hcpcs_code, p.column_2_code as other_code, p.effective_from_date, p.deletion_date
  from held_pair as p
  union all
  select p.column_2_code, p.column_1_code, p.effective_from_date, p.deletion_date
  from held_pair as p
)
select hcpcs_code, cast(null as string) as finding_group, '*' as payer_class, effective_from_date as event_date,
  concat('Medicare values, release ', releases) as public_event
from valued_code
union all
select hcpcs_code, 'unit', '*', effective_from_date, concat('MUE ', release, ': ', cast(unit_limit as string), ' units')
from limited_code
where is_change
union all
select p.hcpcs_code, 'pair', '*', p.effective_from_date, concat('NCCI edit with ', p.other_code, ' began')
from paired_code as p
left semi join changed_code as c
  on p.hcpcs_code = c.hcpcs_code
where p.effective_from_date is not null
union all
select p.hcpcs_code, 'pair', '*', date_add(p.deletion_date, 1), concat('NCCI edit with ', p.other_code, ' ended')
from paired_code as p
left semi join changed_code as c
  on p.hcpcs_code = c.hcpcs_code
where p.deletion_date is not null
union all
select distinct f.hcpcs_code, 'session', d.payer_class, greatest(f.effective_from_date, d.effective_from_date), concat('Frequency policy ', d.policy)
from frequency_policy_default as d
inner join frequency_policy_code as f
  on d.policy = f.policy
left semi join changed_code as c
  on f.hcpcs_code = c.hcpcs_code
