-- Grain: one current claim line and a policy that counts it: its payer's own on that day, or one that the same patient's other lines are under. Units: injections. An answer that was taken back without another is no service.
with line as (
  select
    a.claim_line_key,
    coalesce(c.patient_key, c.submission_id) as patient_key,
    a.payer,
    a.service_date,
    a.hcpcs_code,
    a.modifiers,
    a.rendering_npi,
    a.physician,
    a.site,
    cast(ceil(coalesce(a.service_unit_quantity, 1)) as int) as unit_count,
    a.is_denied,
    not a.is_denied and a.is_adjudicated
      and coalesce(a.latest_paid_amount, 0) + coalesce(a.patient_responsibility_amount, 0) > 0 as is_paid,
    -- A facility's line is the same injection as the physician's, and a duplicate the same as the line before it.
    f.billing_npi is null and not a.is_duplicate as is_counted_in_units
  from int_adjudicated_line as a
  inner join stg_claim_line as c
    on a.claim_line_key = c.claim_line_key
  left join practice_facility as f
    on c.billing_npi = f.billing_npi
  where a.line_status = 'current'
    and a.service_date is not null
    and (a.is_adjudicated or a.first_payment_date is null)
    and a.hcpcs_code in (select hcpcs_code from frequency_policy_code)
),
own_policy_line as (
  select
    l.claim_line_key,
    l.patient_key,
    p.policy
  from line as l
  inner join int_payer_policy as p
    on l.payer = p.payer
    and l.service_date between p.effective_from_date and p.effective_to_date
  where p.policy is not null
),
bilateral_line as (
  select distinct l.claim_line_key
  from line as l
  inner join modifier_effect as m
    on array_contains(split(l.modifiers, ' '), m.modifier)
    and l.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
  where m.effect = 'bilateral'
)
select
  l.claim_line_key,
  w.policy,
  c.region,
  l.patient_key,
  l.service_date,
  l.payer,
  o.claim_line_key is not null as is_own_policy,
  l.hcpcs_code,
  l.rendering_npi,
  l.physician,
  l.site,
  l.unit_count,
  if(b.claim_line_key is null, l.unit_count, 2 * l.unit_count) as unit_and_side_count,
  l.is_counted_in_units,
  l.is_paid,
  l.is_denied
from line as l
inner join (select distinct patient_key, policy from own_policy_line) as w
  on l.patient_key = w.patient_key
inner join frequency_policy_code as c
  on w.policy = c.policy
  and l.hcpcs_code = c.hcpcs_code
  and l.service_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
left join own_policy_line as o
  on l.claim_line_key = o.claim_line_key and w.policy = o.policy
left join bilateral_line as b
  on l.claim_line_key = b.claim_line_key
