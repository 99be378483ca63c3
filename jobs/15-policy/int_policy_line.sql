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
answered_line as (
  select
    'DENIAL' as answer_kind,
    l.payer,
    l.payer_class,
    l.hcpcs_code,
    coalesce(l.modifiers, '') as modifiers,
    '' as setting,
    l.service_month,
    l.service_date,
    l.claim_line_key,
    d.denial_code as policy_answer,
    d.denial_group,
    cast(null as decimal(5,3)) as allowed_share,
    cast(null as decimal(12,2)) as unit_allowed_amount,
    l.charge_amount,
    l.expected_allowed_amount as base_amount,
    cast(null as decimal(12,2)) as allowed_amount
  from int_first_answer as f
  inner join int_adjudicated_line as l
    on f.claim_line_key = l.claim_line_key
  left join first_denial as d
    on f.claim_line_key = d.claim_line_key and f.remit_claim_key = d.remit_claim_key
  where f.exclusion is null
  union all
  select
    'ALLOWED',
    payer,
    payer_class,
    hcpcs_code,
    coalesce(modifiers, ''),
    setting,
    service_month,
    service_date,
    claim_line_key,
    cast(cast(round(allowed_amount / coalesce(expected_allowed_amount, medicare_allowed_amount), 3) as decimal(5,3)) as string),
    null,
    cast(round(allowed_amount / coalesce(expected_allowed_amount, medicare_allowed_amount), 3) as decimal(5,3)),
    cast(round(allowed_amount / service_unit_quantity, 2) as decimal(12,2)),
    charge_amount,
    coalesce(expected_allowed_amount, medicare_allowed_amount),
    allowed_amount
  from int_adjudicated_line
  where line_status = 'current'
    and is_adjudicated
    and adjudicated_sequence = 'P'
    and not is_denied
    and not is_partly_denied
    and not is_paid_above_allowed
    and service_unit_quantity > 0
    and coalesce(expected_allowed_amount, medicare_allowed_amount) > 0
    -- Where the charge is what was allowed, the share says what was charged.
    and allowed_amount > 0
    and allowed_amount < charge_amount
    and not is_charge_lower
    and allowed_amount / coalesce(expected_allowed_amount, medicare_allowed_amount) < 10
)
select
  concat(a.answer_kind, '|', a.payer, '|', a.hcpcs_code, '|', a.modifiers, '|', a.setting) as policy_series,
  coalesce(c.patient_key, c.submission_id) as patient,
  a.*
from answered_line as a
inner join stg_claim_line as c
  on a.claim_line_key = c.claim_line_key
where a.payer is not null and a.hcpcs_code is not null and a.service_month between :first_month and :report_month
