-- Grain: one current claim line and check: CHECKED, NOT_CONCERNED, or why the check could not be made. Units: US dollars.
with pair_code as (
  select column_1_code as hcpcs_code from procedure_pair
  union
  select column_2_code from procedure_pair
),
unit_limit as (
  select hcpcs_code, min(effective_from_date) as effective_from_date
  from medically_unlikely_edit
  group by hcpcs_code
),
described_code as (
  select distinct hcpcs_code from relative_value
),
release_year as (
  select year(effective_from_date) as release_year, min(effective_from_date) as effective_from_date
  from relative_value
  group by year(effective_from_date)
),
policy_line as (
  select distinct claim_line_key from int_line_policy
),
policy_code as (
  select distinct s.hcpcs_code
  from coding_policy as p
  inner join coding_code_set as s
    on p.code_set = s.code_set
),
authorization_line as (
  select l.claim_line_key, bool_or(r.state = '*' or l.state is not null) as is_state_known
  from int_coding_line as l
  inner join prior_authorization_rule as r
    on r.payer in ('*', l.payer) and r.payer_class in ('*', l.payer_class)
    and array_contains(split(r.place_of_service_codes, ' '), l.place_of_service_code)
    and l.service_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
  inner join coding_code_set as c
    on r.code_set = c.code_set and l.hcpcs_code = c.hcpcs_code
    and l.service_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
  group by l.claim_line_key
),
component_place as (
  select distinct place_of_service_code from setting_rule where modifier is null
),
line as (
  select
    l.*,
    component_place.place_of_service_code is not null as is_component_place,
    pair_code.hcpcs_code is not null as has_pairs,
    coalesce(unit_limit.effective_from_date <= l.service_date, false) as has_unit_limit,
    described_code.hcpcs_code is not null as has_indicators,
    release_year.release_year is not null as has_release,
    policy_line.claim_line_key is not null as has_policy,
    policy_code.hcpcs_code is not null as is_policy_code,
    authorization_line.claim_line_key is not null as is_authorization_asked,
    coalesce(authorization_line.is_state_known, false) as is_state_known,
    n.claim_line_key is not null as has_note,
    notes.note_count
  from int_coding_line as l
  left join pair_code
    on l.hcpcs_code = pair_code.hcpcs_code
  left join unit_limit
    on l.hcpcs_code = unit_limit.hcpcs_code
  left join described_code
    on l.hcpcs_code = described_code.hcpcs_code
  left join component_place
    on l.place_of_service_code = component_place.place_of_service_code
  left join release_year
    on year(l.service_date) = release_year.release_year and l.service_date >= release_year.effective_from_date
  left join policy_line
    on l.claim_line_key = policy_line.claim_line_key
  left join policy_code
    on l.hcpcs_code = policy_code.hcpcs_code
  left join authorization_line
    on l.claim_line_key = authorization_line.claim_line_key
  left join int_line_note as n
    on l.claim_line_key = n.claim_line_key
  cross join (select count(*) as note_count from procedure_note) as notes
)
select
  l.claim_line_key,
  c.coding_check,
  if(l.service_date is null or l.hcpcs_code is null, 'NO_CODE_OR_DATE', c.outcome) as outcome,
  l.charge_amount
from line as l
lateral view stack(
  10,
  'pair', if(l.has_pairs, 'CHECKED', 'CODE_NOT_IN_PAIRS'),
  'modifier', case when size(l.modifier_codes) = 0 and not l.is_component_place then 'NOT_CONCERNED' when l.has_indicators then 'CHECKED' else 'CODE_NOT_IN_RELEASES' end,
  'unit', case when not l.has_unit_limit then 'NO_UNIT_LIMIT' when l.unit_quantity is null then 'NO_UNITS' else 'CHECKED' end,
  'imaging', if(l.family is null, 'CODE_NOT_DESCRIBED', 'CHECKED'),
  'deleted code', case when not l.has_release then 'NO_RELEASE_FOR_DATE' when l.has_indicators or l.family is not null then 'CHECKED' else 'CODE_NOT_IN_RELEASES' end,
  'diagnosis region', case
    when l.family is null then 'CODE_NOT_DESCRIBED'
    when l.region not in ('cervical_thoracic', 'lumbar_sacral') then 'NOT_CONCERNED'
    when size(l.diagnosis_codes) = 0 then 'NO_DIAGNOSIS'
    else 'CHECKED'
  end,
  'session', case when l.has_policy then 'CHECKED' when l.is_policy_code then 'NO_POLICY' else 'NOT_CONCERNED' end,
  'covered diagnosis', case
    when not l.has_policy then if(l.is_policy_code, 'NO_POLICY', 'NOT_CONCERNED')
    when size(l.diagnosis_codes) = 0 then 'NO_DIAGNOSIS'
    else 'CHECKED'
  end,
  'prior authorization', case when not l.is_authorization_asked then 'NOT_CONCERNED' when l.is_state_known then 'CHECKED' else 'NO_STATE' end,
  'note', case
    when coalesce(l.imaging, '') not in ('included', 'without') then 'NOT_CONCERNED'
    when l.note_count = 0 then 'NO_NOTES'
    when l.has_note then 'CHECKED'
    else 'NO_NOTE_OF_LINE'
  end
) c as coding_check, outcome
