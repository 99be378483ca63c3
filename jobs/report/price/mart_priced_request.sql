-- Grain: one row of the request file and scenario, in its order, with its Medicare price step by step, or the reason why there is none. Units: US dollars; percents of 100.
with paired_side as (
  -- The charge for two sides is looked at for both together.
  select
    r.request_number,
    m.scenario,
    m.medicare_fee_amount,
    r.charge_amount,
    sum(m.medicare_fee_amount) over pair as pair_fee_amount,
    sum(r.charge_amount) over pair as pair_charge_amount,
    count(m.medicare_fee_amount) over pair = 2 and count(r.charge_amount) over pair = 2 as is_pair_known
  from price_request as r
  inner join int_price_key as k
    on r.request_number = k.line_key
  inner join int_medicare_price as m
    on k.price_key = m.price_key
  inner join int_day_procedure as d
    on m.price_key = d.price_key and m.scenario = d.scenario
  where d.is_one_of_two_sides
  window pair as (partition by r.encounter, r.service_date, m.scenario, d.procedure_ordinal)
),
side as (
  select
    request_number,
    scenario,
    if(pair_charge_amount < pair_fee_amount, charge_amount, medicare_fee_amount) as allowed_amount
  from paired_side
  where is_pair_known
)
select
  r.request_number,
  m.scenario,
  m.pricing_status,
  -- least skips a null: without a fee there is no amount, whatever the charge.
  cast(
    if(m.medicare_fee_amount is null, null, coalesce(s.allowed_amount, least(m.medicare_fee_amount, r.charge_amount))) as decimal(12,2)
  ) as medicare_allowed_amount,
  m.work_rvu,
  m.pe_rvu,
  m.mp_rvu,
  m.work_gpci,
  m.pe_gpci,
  m.mp_gpci,
  m.conversion_factor,
  m.release,
  m.is_later_release,
  m.is_earlier_release,
  m.release_in_force,
  m.is_unit_limit_in_force,
  m.is_setting_na,
  m.status_code,
  m.fee_amount,
  m.bilateral_percent,
  m.side_percent,
  m.endoscopic_reduction_amount,
  m.multiple_procedure_indicator,
  m.procedure_rank,
  m.professional_rank,
  m.counted_unit_quantity,
  m.rank_reduction_amount,
  m.rank_steps,
  m.modifier_percent,
  m.credential_percent,
  m.participation_percent,
  m.opps_cap_amount,
  m.medicare_fee_amount,
  coalesce(coalesce(s.allowed_amount, r.charge_amount) < m.medicare_fee_amount, false) as is_charge_lower,
  m.limiting_charge_amount,
  coalesce(a.carrier, l.carrier) as priced_carrier,
  coalesce(a.locality, l.locality) as priced_locality
from price_request as r
inner join int_price_key as k
  on r.request_number = k.line_key
inner join int_medicare_price as m
  on k.price_key = m.price_key
inner join int_priceable_line as l
  on r.request_number = l.line_key
inner join price_scenario as a
  on m.scenario = a.scenario
left join side as s
  on r.request_number = s.request_number and m.scenario = s.scenario
order by r.request_number, m.scenario
