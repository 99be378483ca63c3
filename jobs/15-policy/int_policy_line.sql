-- Grain: one current claim line of the months of service that the report looks back to, and kind of answer: DENIAL, its first payer's first answer, with the code of what that denied, null where nothing; ALLOWED, the answer that stands of a line that is not denied, as a share of what was expected, or of Medicare where nothing was. policy_series is the payer, code and modifiers, of allowed lines the setting too. Units: US dollars; base_amount is what the share is of.
with first_denial as (
  select
    claim_line_key,
    remit_claim_key,
    min_by(concat_ws('-', denial_group_code, denial_reason_code), denial_number) as denial_code,
    min_by(denial_group, denial_number) as denial_group
  from int_denial_event
  where not is_duplicate
  group by claim_line_key, remit_claim_key
),
allowed_line as (
  select
    claim_line_key,
    coalesce(expected_allowed_amount, medicare_allowed_amount) as base_amount,
    allowed_amount,
    service_unit_quantity
  from int_adjudicated_line
  where line_status = 'current'
    and is_adjudicated
    and adjudicated_sequence = 'P'
    and not is_denied
    and not is_partly_denied
    and not is_paid_above_allowed
    and service_unit_quantity > 0
    -- Where the charge is what was allowed, the share says what was charged.
    and allowed_amount > 0
    and allowed_amount < charge_amount
    and not is_charge_lower
    and allowed_amount < 10 * coalesce(expected_allowed_amount, medicare_allowed_amount)
),
-- Many lines are few amounts.
amount as (
  select
    allowed_amount,
    base_amount,
    service_unit_quantity,
    cast(round(allowed_amount / base_amount, 3) as decimal(5,3)) as allowed_share,
    cast(round(allowed_amount / service_unit_quantity, 2) as decimal(12,2)) as unit_allowed_amount
  from (select distinct allowed_amount, base_amount, service_unit_quantity from allowed_line)
),
allowed_share as (
  select
    l.claim_line_key,
    a.allowed_share,
    a.unit_allowed_amount
  from allowed_line as l
  inner join amount as a
    on l.allowed_amount = a.allowed_amount and l.base_amount = a.base_amount and l.service_unit_quantity = a.service_unit_quantity
),
answer as (
  select
    'DENIAL' as answer_kind,
    f.claim_line_key,
    d.denial_code as policy_answer,
    d.denial_group,
    cast(null as decimal(5,3)) as allowed_share,
    cast(null as decimal(12,2)) as unit_allowed_amount
  from int_first_answer as f
  left join first_denial as d
    on f.claim_line_key = d.claim_line_key and f.remit_claim_key = d.remit_claim_key
  where f.exclusion is null
  union all
  select 'ALLOWED', claim_line_key, cast(allowed_share as string), null, allowed_share, unit_allowed_amount
  from allowed_share
)
select
  concat(a.answer_kind, '|', l.payer, '|', l.hcpcs_code, '|', coalesce(l.modifiers, ''), '|', if(a.answer_kind = 'ALLOWED', l.setting, '')) as policy_series,
  coalesce(c.patient_key, c.submission_id) as patient,
  a.answer_kind,
  l.payer,
  l.payer_class,
  l.hcpcs_code,
  coalesce(l.modifiers, '') as modifiers,
  if(a.answer_kind = 'ALLOWED', l.setting, '') as setting,
  l.service_month,
  l.service_date,
  l.claim_line_key,
  a.policy_answer,
  a.denial_group,
  a.allowed_share,
  a.unit_allowed_amount,
  l.charge_amount,
  if(a.answer_kind = 'ALLOWED', coalesce(l.expected_allowed_amount, l.medicare_allowed_amount), l.expected_allowed_amount) as base_amount,
  if(a.answer_kind = 'ALLOWED', l.allowed_amount, null) as allowed_amount
from answer as a
inner join int_adjudicated_line as l
  on a.claim_line_key = l.claim_line_key
inner join stg_claim_line as c
  on a.claim_line_key = c.claim_line_key
where l.payer is not null and l.hcpcs_code is not null and l.service_month between :first_month and :report_month
