-- Grain: one finding: a modifier that contradicts an indicator of the line's code, or the professional component (26) of a test that is billed whole where only that has a fee.
with line as (
  select claim_line_key, hcpcs_code, service_date, explode(modifier_codes) as modifier
  from int_coding_line
),
whole_line as (
  select l.claim_line_key, l.hcpcs_code, l.service_date, l.place_of_service_code
  from int_coding_line as l
  left join modifier_effect as e
    on array_contains(l.modifier_codes, e.modifier) and e.effect = 'component'
    and l.service_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
  where e.modifier is null
),
-- The release of the day, or, before the first one, that: an indicator seldom changes.
release as (
  select
    d.service_date,
    coalesce(
      max_by(r.release, r.effective_from_date) filter (where r.effective_from_date <= d.service_date),
      min_by(r.release, r.effective_from_date)
    ) as release
  from (select distinct service_date from int_coding_line) as d
  cross join (select distinct release, effective_from_date from relative_value) as r
  group by d.service_date
),
unit_limit as (
  select
    d.hcpcs_code,
    d.service_date,
    max_by(struct(e.unit_limit, e.adjudication_indicator), e.effective_from_date) as edit
  from (select distinct hcpcs_code, service_date from line) as d
  inner join medically_unlikely_edit as e
    on d.hcpcs_code = e.hcpcs_code and e.effective_from_date <= d.service_date
  group by d.hcpcs_code, d.service_date
),
indicator as (
  select c.hcpcs_code, c.service_date, i.kind, i.indicator, v.release as basis
  from (select distinct hcpcs_code, service_date from line) as c
  inner join release as r
    on c.service_date = r.service_date
  inner join relative_value as v
    on r.release = v.release and c.hcpcs_code = v.hcpcs_code and v.modifier is null
  lateral view stack(2, 'bilateral', v.bilateral_indicator, 'pctc', v.pctc_indicator) i as kind, indicator
  union all
  -- A limit of a line (indicator 1) says nothing of other lines.
  select hcpcs_code, service_date, 'unit_limit', cast(edit.unit_limit as string), 'MUE'
  from unit_limit
  where edit.adjudication_indicator <> '1'
)
select
  l.claim_line_key,
  r.rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  l.modifier as detail,
  concat(r.source, ' (', i.basis, ')') as source,
  r.effective_from_date
from line as l
inner join indicator as i
  on l.hcpcs_code = i.hcpcs_code and l.service_date = i.service_date
inner join indicator_rule as r
  on i.kind = r.indicator_kind and i.indicator = r.indicator and l.modifier = r.modifier
  and l.service_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
union all
select
  l.claim_line_key,
  'MODIFIER_26_MISSING' as rule,
  null as other_hcpcs_code,
  null as right_hcpcs_code,
  l.place_of_service_code as detail,
  concat(n.source, ' (', v.release, ')') as source,
  n.effective_from_date
from whole_line as l
inner join release as r
  on l.service_date = r.service_date
inner join relative_value as v
  on r.release = v.release and l.hcpcs_code = v.hcpcs_code and v.modifier is null
inner join setting_rule as n
  on v.pctc_indicator = n.pctc_indicator and n.modifier is null and l.place_of_service_code = n.place_of_service_code
  and (v.is_facility_na or not n.is_na_required)
  and l.service_date between n.effective_from_date and coalesce(n.effective_to_date, date'9999-12-31')
inner join relative_value as p
  on r.release = p.release and l.hcpcs_code = p.hcpcs_code and p.modifier = '26'
inner join fee_status as s
  on p.status_code = s.status_code and s.is_payable
