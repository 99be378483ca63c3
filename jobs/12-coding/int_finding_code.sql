-- Grain: one finding: a code that does not exist on its date, or an add-on code without any of its primary codes on the day of patient and physician.
with ended_code_line as (
  select
    l.claim_line_key,
    cast(date_add(max(m.effective_to_date), 1) as string) as detail,
    max_by(m.source, m.effective_to_date) as source,
    date_add(max(m.effective_to_date), 1) as effective_from_date
  from int_coding_line as l
  inner join procedure_meaning as m
    on l.hcpcs_code = m.hcpcs_code
  where l.family is null and m.effective_to_date < l.service_date
  group by l.claim_line_key
),
-- Only a release of the line's own year says what exists on its day.
release as (
  select d.service_date, max_by(r.release, r.effective_from_date) as release, max(r.effective_from_date) as effective_from_date
  from (select distinct service_date from int_coding_line) as d
  inner join (select distinct release, effective_from_date from relative_value) as r
    on r.effective_from_date <= d.service_date and year(r.effective_from_date) = year(d.service_date)
  group by d.service_date
),
absent_code_line as (
  select
    l.claim_line_key,
    concat('release ', r.release) as detail,
    concat('CMS relative value file ', r.release, ': absent; in ', max_by(earlier.release, earlier.effective_from_date)) as source,
    r.effective_from_date
  from int_coding_line as l
  inner join release as r
    on l.service_date = r.service_date
  left anti join relative_value as v
    on r.release = v.release and l.hcpcs_code = v.hcpcs_code
  inner join relative_value as earlier
    on l.hcpcs_code = earlier.hcpcs_code and earlier.effective_from_date < r.effective_from_date
  group by l.claim_line_key, r.release, r.effective_from_date
),
status_code_line as (
  select
    l.claim_line_key,
    concat('release ', r.release) as detail,
    i.source,
    r.effective_from_date
  from int_coding_line as l
  inner join release as r
    on l.service_date = r.service_date
  inner join relative_value as v
    on r.release = v.release and l.hcpcs_code = v.hcpcs_code and v.modifier is null
  inner join indicator_rule as i
    on i.indicator_kind = 'status' and v.status_code = i.indicator
    and l.service_date between i.effective_from_date and coalesce(i.effective_to_date, date'9999-12-31')
),
deleted_code_line as (
  select * from ended_code_line
  union all
  select * from absent_code_line
  union all
  select * from status_code_line
),
-- A primary code that the contractor may name (CCCCC) cannot be missed, unless the list is closed (edit type 1).
add_on_rule as (
  select
    add_on_code,
    collect_set(primary_code) as primary_codes,
    min(primary_code) filter (where primary_code <> 'CCCCC') as first_primary_code,
    min(source_file) as source,
    bool_or(primary_code = 'CCCCC' or edit_type <> '1') as is_open
  from add_on_code
  group by add_on_code
),
day as (
  select day_key, service_date, collect_set(hcpcs_code) as codes
  from int_coding_line
  group by day_key, service_date
)
select
  claim_line_key,
  'DELETED_CODE' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  min(detail) as detail,
  min_by(source, detail) as source,
  min_by(effective_from_date, detail) as effective_from_date
from deleted_code_line
group by claim_line_key
union all
select
  l.claim_line_key,
  'ADD_ON_WITHOUT_PRIMARY' as rule,
  cast(null as string) as other_hcpcs_code,
  n.first_primary_code as right_hcpcs_code,
  cast(null as string) as detail,
  n.source,
  cast(null as date) as effective_from_date
from int_coding_line as l
inner join add_on_rule as n
  on l.hcpcs_code = n.add_on_code
inner join day as d
  on l.day_key = d.day_key and l.service_date = d.service_date
where not n.is_open and not arrays_overlap(n.primary_codes, d.codes)
