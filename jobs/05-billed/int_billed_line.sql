-- Grain: one service line as submitted, with what the practice file knows of it: payer, contract, physician, site, setting, payment locality. Units: US dollars.
with place as (
  select
    place_of_service_code,
    is_facility,
    setting,
    effective_from_date,
    coalesce(effective_to_date, date'9999-12-31') as effective_to_date
  from place_of_service
),
site_by_npi as (
  select facility_npi, min(site) as site, min(carrier) as carrier, min(locality) as locality
  from practice_site
  where facility_npi is not null
  group by facility_npi
),
site_by_place as (
  select place_of_service_code, min(site) as site, min(carrier) as carrier, min(locality) as locality
  from practice_site
  group by place_of_service_code
  having count(distinct site) = 1
)
select
  c.claim_line_key,
  c.submission_id,
  c.claim_line_number,
  c.claim_id,
  s.line_status,
  c.payer_sequence,
  p.payer,
  p.payer_class,
  t.contract,
  c.rendering_npi,
  coalesce(h.physician, if(c.rendering_npi is null, 'No rendering physician', concat('NPI ', c.rendering_npi))) as physician,
  coalesce(n.site, l.site, 'Unknown site') as site,
  coalesce(pos.setting, 'unknown') as setting,
  pos.is_facility,
  coalesce(n.carrier, l.carrier, z.carrier) as carrier,
  coalesce(n.locality, l.locality, z.locality) as locality,
  c.place_of_service_code,
  c.hcpcs_code,
  c.hcpcs_modifier_1,
  c.hcpcs_modifier_2,
  c.hcpcs_modifier_3,
  c.hcpcs_modifier_4,
  c.modifiers,
  c.charge_amount,
  c.service_unit_quantity,
  c.service_date,
  c.submitted_date,
  xxhash64(
    coalesce(c.patient_key, c.submission_id),
    c.service_date,
    coalesce(c.rendering_npi, c.billing_npi),
    f.billing_npi is not null
  ) as day_key,
  coalesce(f.payment_system, 'physician') as payment_system,
  f.wage_index,
  h.credential,
  c.is_claim_in_balance,
  c.service_month
from stg_claim_line as c
inner join int_submission as s
  on c.submission_id = s.submission_id
left join int_payer as p
  on c.payer_id <=> p.payer_id and c.payer_name <=> p.payer_name
left join int_payer_contract as t
  on c.payer_id <=> t.payer_id and c.payer_name <=> t.payer_name
  and c.claim_filing_indicator_code <=> t.claim_filing_indicator_code
  and c.service_date between t.effective_from_date and t.effective_to_date
left join practice_physician as h
  on c.rendering_npi = h.rendering_npi
left join practice_facility as f
  on c.billing_npi = f.billing_npi
left join site_by_npi as n
  on c.facility_npi = n.facility_npi
left join site_by_place as l
  on c.place_of_service_code = l.place_of_service_code
left join place as pos
  on c.place_of_service_code = pos.place_of_service_code
  and coalesce(c.service_date, date'9999-12-31') between pos.effective_from_date and pos.effective_to_date
left join zip_locality as z
  on c.service_zip_code = z.zip_code
  and c.service_date between z.effective_from_date and coalesce(z.effective_to_date, date'9999-12-31')
