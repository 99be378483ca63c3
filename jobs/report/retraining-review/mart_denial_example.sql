-- Grain: one of up to three examples of a physician's first patterns, the largest charges; patients by their number in this run. Units: US dollars.
with ranked_example as (
  select
    d.*,
    p.pattern_number,
    row_number() over (
      partition by p.rendering_npi, p.pattern_number
      order by d.charge_amount desc, d.service_date desc, d.claim_id, d.claim_line_number, d.claim_line_key
    ) as example_number
  from int_explained_denial as d
  left join procedure_family as f
    on d.hcpcs_code between f.code_from and f.code_to
    and d.service_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
  inner join int_denial_pattern as p
    on d.rendering_npi = p.rendering_npi
    and d.denial_signal <=> p.denial_signal
    and d.denial_group <=> p.denial_group
    and coalesce(f.family, d.hcpcs_code) <=> p.family
    and d.coding_rule <=> p.coding_rule
  where d.is_counted and p.pattern_number <= :pattern_limit
)
select
  r.rendering_npi,
  r.physician,
  r.pattern_number,
  cast(r.example_number as int) as example_number,
  r.claim_line_key,
  n.patient,
  date_format(r.service_date, 'yyyy-MM') as service_month,
  r.payer,
  r.setting,
  r.hcpcs_code,
  r.modifiers,
  r.other_hcpcs_code,
  r.denial_codes,
  r.charge_amount,
  r.expected_allowed_amount,
  r.outcome,
  coalesce(r.finding_fix, r.change) as change
from ranked_example as r
left join stg_claim_line as c
  on r.claim_line_key = c.claim_line_key
left join int_patient as n
  on coalesce(c.patient_key, c.submission_id) = n.patient_key
where r.example_number <= :example_limit
order by r.physician, r.rendering_npi, r.pattern_number, r.example_number
