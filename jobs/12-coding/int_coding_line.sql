-- Grain: one current line of a physician's claim, with all that the rules of the coding review read. Units: US dollars; units of service.
with site_state as (
  select site, min(state) as state
  from practice_site
  group by site
  having count(distinct state) = 1
),
-- Of a line that fits no site: the state of all sites that bill its place of service, where they share one.
place_state as (
  select place_of_service_code, min(state) as state
  from practice_site
  group by place_of_service_code
  having count(distinct coalesce(state, '')) = 1
)
select
  b.claim_line_key,
  b.claim_id,
  b.claim_line_number,
  coalesce(b.payer, 'Unmapped payer') as payer,
  if(coalesce(b.payer_class, 'unmapped') = 'unmapped', coalesce(f.payer_class, 'unmapped'), b.payer_class) as payer_class,
  b.rendering_npi,
  b.physician,
  b.site,
  coalesce(s.state, o.state) as state,
  b.setting,
  b.place_of_service_code,
  b.hcpcs_code,
  b.modifiers,
  filter(split(b.modifiers, ' '), m -> m <> '') as modifier_codes,
  b.service_unit_quantity as unit_quantity,
  b.charge_amount,
  p.medicare_fee_amount,
  b.service_date,
  b.service_month,
  b.day_key,
  c.patient,
  c.billing_npi,
  c.prior_authorization_number,
  c.diagnosis_codes,
  m.family,
  m.approach,
  m.other_approach,
  m.region,
  m.imaging,
  m.is_catheter,
  m.is_add_on,
  m.level_rank,
  coalesce(m.needs_level, false) as needs_level
from int_billed_line as b
inner join stg_claim_coding as c
  on b.claim_line_key = c.claim_line_key
left join claim_filing_class as f
  on c.claim_filing_indicator_code = f.claim_filing_indicator_code
  and b.service_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
left join site_state as s
  on b.site = s.site
left join place_state as o
  on b.place_of_service_code = o.place_of_service_code and s.site is null
left join procedure_meaning as m
  on b.hcpcs_code = m.hcpcs_code
  and b.service_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
left join int_price_key as k
  on b.claim_line_key = k.line_key
left join int_medicare_price as p
  on k.price_key = p.price_key and p.scenario = 'as_billed'
where b.line_status = 'current' and b.payment_system = 'physician'
