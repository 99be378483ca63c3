-- Grain: one line of a packet, with the contract clause or CMS rule behind its price and every step to it. Units: US dollars; shares 0..1; fee_amount and base_amount are one unit. Steps that another price scenario of the contract makes are that scenario's.
with clause as (
  select contract, source_file, source_line, max(effective_from_date) as clause_from_date, max(effective_to_date) as clause_to_date
  from (
    select contract, source_file, source_line, effective_from_date, effective_to_date from contract_term
    union
    select contract, source_file, source_line, effective_from_date, effective_to_date from contract_fee
  )
  group by contract, source_file, source_line
),
release_date as (
  select 'physician' as payment_system, release, effective_from_date, source from release_calendar
  union all
  select kind, release, effective_from_date, source from reference_calendar where kind in ('asc', 'opps')
),
line as (
  select
    l.*,
    j.rendering_npi,
    j.physician,
    j.service_unit_quantity,
    j.price_key,
    j.payer_class,
    j.contract,
    j.expected_basis,
    j.medicare_allowed_amount,
    coalesce(j.is_charge_lower and j.payer_class = 'medicare' or j.expected_allowed_amount = j.charge_amount, false) as is_price_charge
  from int_packet_line as l
  inner join int_judged_line as j
    on l.claim_line_key = j.claim_line_key
  where l.packet_cause is not null and :asked_cause in ('', l.packet_cause)
)
select
  l.claim_line_key,
  l.packet_cause,
  l.claim_id,
  l.claim_line_number,
  l.payer_claim_control_number,
  l.billing_npi,
  l.rendering_npi,
  l.physician,
  l.service_date,
  l.payment_date,
  l.hcpcs_code,
  l.modifiers,
  l.service_unit_quantity,
  l.charge_amount,
  l.expected_allowed_amount,
  l.allowed_amount,
  l.disputed_amount,
  l.worklist_finding,
  l.worklist_cause,
  l.denial_codes,
  l.deadline_date,
  case
    when l.payer_class <> 'medicare' then concat(if(k.contract_name = concat(l.payer, ', percent of Medicare'), concat('Contract with ', l.payer), concat('Contract ', k.contract_name)), ', ', l.expected_basis)
    when m.payment_system = 'asc' then 'Medicare ASC payment system'
    when m.payment_system = 'opps' then 'Medicare hospital outpatient payment system'
    else 'Medicare physician fee schedule'
  end as clause,
  if(l.payer_class = 'medicare', r.effective_from_date, coalesce(u.clause_from_date, k.effective_from_date)) as clause_from_date,
  if(l.payer_class = 'medicare', null, coalesce(u.clause_to_date, k.effective_to_date)) as clause_to_date,
  if(l.payer_class = 'medicare', concat('CMS release ', m.release), concat(p.source_file, ', line ', p.source_line)) as clause_source,
  if(p.method is null or p.method = 'percent_of_medicare', m.release, null) as release,
  if(p.method is null or p.method = 'percent_of_medicare', r.effective_from_date, null) as release_from_date,
  if(p.method is null or p.method = 'percent_of_medicare', r.source, null) as release_source,
  p.method,
  cast(p.percent / 100 as decimal(9,6)) as contract_share,
  p.base_amount,
  p.escalator_factor,
  m.work_rvu,
  m.work_gpci,
  m.pe_rvu,
  m.pe_gpci,
  m.mp_rvu,
  m.mp_gpci,
  m.conversion_factor,
  m.fee_amount,
  coalesce(p.procedure_rank, m.procedure_rank) as procedure_rank,
  m.rank_steps,
  coalesce(p.counted_unit_quantity, m.counted_unit_quantity) as counted_unit_quantity,
  cast(m.endoscopic_reduction_amount * m.counted_unit_quantity + m.rank_reduction_amount as decimal(18,6)) as part_reduction_amount,
  cast(coalesce(p.bilateral_percent, m.bilateral_percent) * coalesce(p.side_percent, m.side_percent) / 10000 as decimal(9,6)) as sides_share,
  cast(m.modifier_percent / 100 as decimal(9,6)) as modifier_share,
  cast(m.credential_percent / 100 as decimal(9,6)) as credential_share,
  cast(m.participation_percent / 100 as decimal(9,6)) as participation_share,
  cast(p.modifier_percent * p.credential_percent / 10000 as decimal(9,6)) as contract_modifier_share,
  m.opps_cap_amount,
  coalesce(p.medicare_line_amount, m.medicare_fee_amount) as medicare_fee_amount,
  l.is_price_charge,
  l.worklist_claim_key
from line as l
left join int_contract_price as p
  on l.price_key = p.price_key and l.contract = p.contract and l.payer_class <> 'medicare'
left join int_medicare_price as m
  on l.price_key = m.price_key and m.scenario = coalesce(p.medicare_scenario, 'as_billed')
left join contract as k
  on l.contract = k.contract
left join clause as u
  on p.contract = u.contract and p.source_file = u.source_file and p.source_line = u.source_line
left join release_date as r
  on m.payment_system = r.payment_system and m.release = r.release
