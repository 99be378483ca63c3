-- Grain: one finding on one claim line, of a rule that holds on its date and for its payer, unless a rule to which it gives way found the line too. Its date is that of what it rests on, where the source states one. Units: US dollars of the line.
with candidate_finding as (
  select * from int_finding_pair
  union all
  select * from int_finding_imaging
  union all
  select * from int_finding_modifier
  union all
  select * from int_finding_unit
  union all
  select * from int_finding_code
  union all
  select * from int_finding_session
  union all
  select * from int_finding_diagnosis
  union all
  select * from int_finding_authorization
  union all
  select * from int_finding_note
  union all
  select * from int_finding_level
),
ruled_finding as (
  select
    f.*,
    r.finding_group,
    r.severity,
    r.label,
    r.fix,
    r.yields_to,
    l.hcpcs_code,
    l.charge_amount,
    l.medicare_fee_amount,
    collect_set(f.rule) over (partition by f.claim_line_key) as rules_of_line
  from candidate_finding as f
  inner join int_coding_line as l
    on f.claim_line_key = l.claim_line_key
  inner join coding_rule as r
    on f.rule = r.rule
    and l.service_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
    and (r.payer_classes = '*' or array_contains(split(r.payer_classes, ' '), l.payer_class))
)
select
  claim_line_key,
  rule,
  finding_group,
  severity,
  other_hcpcs_code,
  right_hcpcs_code,
  detail,
  label,
  replace(
    replace(replace(replace(fix, '{code}', hcpcs_code), '{other}', coalesce(other_hcpcs_code, '')), '{right}', coalesce(right_hcpcs_code, 'one of its kind')),
    '{detail}',
    coalesce(detail, '')
  ) as fix,
  charge_amount,
  medicare_fee_amount,
  source,
  effective_from_date
from ruled_finding
where not arrays_overlap(split(coalesce(yields_to, ''), ' '), rules_of_line)
