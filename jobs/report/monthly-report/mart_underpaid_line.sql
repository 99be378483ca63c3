-- Grain: one underpaid line of the report period. Units: US dollars; shortfall_share 0..1 of the expected allowed amount, split into what the payer owes and what would be the patient's; fee_amount is one unit; the shares 0..1 and amounts behind it are what was applied to it, one by one.
select
  l.claim_id,
  l.claim_line_number,
  l.payer,
  l.physician,
  l.site,
  l.setting,
  l.service_date,
  l.payment_date,
  l.hcpcs_code,
  l.modifiers,
  l.service_unit_quantity,
  l.charge_amount,
  l.expected_allowed_amount,
  l.allowed_amount,
  cast(-l.variance_amount as decimal(12,2)) as shortfall_amount,
  cast(-l.variance_amount / l.expected_allowed_amount as decimal(18,10)) as shortfall_share,
  s.payer_shortfall_amount,
  s.patient_shortfall_amount,
  l.is_worth_working,
  coalesce(w.worklist_status, 'NEW') as worklist_status,
  l.expected_basis,
  l.medicare_allowed_amount,
  l.allowed_amount_source,
  l.first_payer_paid_amount,
  l.cost_share_amount,
  l.work_rvu,
  l.pe_rvu,
  l.mp_rvu,
  l.work_gpci,
  l.pe_gpci,
  l.mp_gpci,
  l.conversion_factor,
  l.release,
  l.release_in_force,
  m.fee_amount,
  m.procedure_rank,
  m.rank_steps,
  m.counted_unit_quantity,
  cast(m.endoscopic_reduction_amount * m.counted_unit_quantity + m.rank_reduction_amount as decimal(18,6)) as part_reduction_amount,
  cast(m.bilateral_percent * m.side_percent / 10000 as decimal(9,6)) as sides_share,
  cast(m.modifier_percent / 100 as decimal(9,6)) as modifier_share,
  cast(m.credential_percent / 100 as decimal(9,6)) as credential_share,
  cast(m.participation_percent / 100 as decimal(9,6)) as participation_share,
  m.opps_cap_amount,
  l.adjudicated_hcpcs_code,
  l.payer_claim_control_number,
  l.match_method
from int_report_line as l
inner join int_underpaid_share as s
  on l.claim_line_key = s.claim_line_key
left join int_line_status as w
  on l.claim_line_key = w.claim_line_key
left join int_medicare_price as m
  on l.price_key = m.price_key and m.scenario = 'as_billed'
where l.report_month between :period_first_month and :report_month and l.is_underpaid
order by shortfall_amount desc, l.claim_id, l.claim_line_number
