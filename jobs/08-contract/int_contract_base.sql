-- Grain: one price key and contract: the rate of one unit and what changes it before several procedures of a day are looked at, or the reason why there is none. Units: US dollars; percents of 100.
with request_with_term as (
  select
    r.price_key,
    r.contract,
    r.day_service_key,
    r.is_beside_others,
    r.ordinal,
    c.ladder,
    c.lesser_of,
    t.* except (service_key, contract),
    v.hcpcs_code,
    -- A facility's bilateral procedure is two units, unless the contract has a rate for both sides.
    if(t.both_sides_percent is not null or t.is_both_sides_in_rate, v.unit_quantity, coalesce(m.unit_quantity, v.unit_quantity)) as unit_quantity,
    coalesce(m.unit_quantity <> v.unit_quantity, false) as is_two_units,
    v.is_facility,
    s.is_multiple,
    s.side,
    s.is_by_report,
    s.has_two_components,
    s.is_bilateral or s.has_both_sides as is_bilateral,
    s.surgeon_role is not null or s.global_part is not null as has_role,
    coalesce(d.is_ranked, false) as is_ranked,
    coalesce(d.is_paired, false) as is_paired,
    coalesce(m.pricing_status, 'NO_FEE') as medicare_status,
    m.fee_amount,
    m.medicare_fee_amount,
    m.bilateral_percent as medicare_bilateral_percent,
    coalesce(m.side_percent, cast(100 as decimal(7,3))) as side_percent,
    m.modifier_percent as medicare_modifier_percent,
    m.credential_percent as medicare_credential_percent,
    m.participation_percent,
    m.opps_cap_amount,
    m.counted_unit_quantity,
    m.procedure_rank as medicare_rank,
    m.rank_reduction_amount,
    m.endoscopic_reduction_amount,
    t.is_reduced and c.ladder = 'medicare' as is_reduced_as_medicare,
    t.is_reduced and c.ladder = 'own' and t.method <> 'percent_of_charge' and coalesce(d.is_ranked, false) as is_reduced_by_contract
  from int_contract_request as r
  inner join contract as c
    on r.contract = c.contract
  inner join int_service as v
    on r.service_key = v.service_key
  left join int_contract_term as t
    on r.service_key = t.service_key and r.contract = t.contract
  left join int_modifier_summary as s
    on r.service_key = s.service_key and t.medicare_scenario = s.scenario
  left join int_medicare_price as m
    on r.price_key = m.price_key and t.medicare_scenario = m.scenario
  left join int_day_code as d
    on v.payment_system = d.payment_system and v.hcpcs_code = d.hcpcs_code
),
request_with_sides as (
  select
    *,
    case
      when both_sides_percent is not null then both_sides_percent
      when is_both_sides_in_rate then cast(100 as decimal(7,3))
      when not is_bilateral then cast(100 as decimal(7,3))
      else medicare_bilateral_percent
    end as bilateral_percent
  from request_with_term
)
select
  price_key,
  contract,
  day_service_key,
  ordinal,
  hcpcs_code,
  lesser_of,
  case
    when hcpcs_code is null then 'NO_CODE'
    when is_facility is null then 'UNKNOWN_PLACE_OF_SERVICE'
    when method is null then 'NOT_IN_CONTRACT'
    when method = 'excluded' then 'EXCLUDED_BY_CONTRACT'
    when method = 'percent_of_charge' then 'PRICED'
    -- Medicare ranks each side of a facility's bilateral procedure; a rate of both has no such rank.
    when is_reduced_as_medicare and is_two_units and (both_sides_percent is not null or is_both_sides_in_rate) then 'MULTIPLE_PROCEDURES'
    when method = 'percent_of_medicare' then
      -- Medicare's ranks do not matter to a contract that has none, or its own.
      if(not is_reduced_as_medicare and (medicare_status = 'MULTIPLE_PROCEDURES' or medicare_status = 'BY_REPORT' and not is_by_report), 'PRICED', medicare_status)
    when unit_quantity is null or unit_quantity <= 0 then 'NO_UNITS'
    when modifier_status is not null then modifier_status
    when has_two_components then 'NO_COMPONENT_FEE'
    when bilateral_percent is null then 'MODIFIER_NOT_APPLICABLE'
    when has_role and not is_modifier_in_rate and medicare_status <> 'PRICED' then 'MODIFIER_NOT_PRICED'
    when is_reduced_as_medicare and medicare_status in ('MULTIPLE_PROCEDURES', 'BY_REPORT') then medicare_status
    -- Beside others it would be ranked or be a second side, but Medicare's price, which says so, is not there.
    when is_beside_others and medicare_status <> 'PRICED' and (is_reduced_as_medicare and is_ranked or is_paired and side is not null) then 'MULTIPLE_PROCEDURES'
    else 'PRICED'
  end as base_status,
  method,
  basis,
  source_file,
  source_line,
  medicare_scenario,
  percent,
  if(method = 'percent_of_medicare', fee_amount, rate_amount) as base_amount,
  escalator_factor,
  unit_quantity,
  is_multiple,
  is_reduced_as_medicare,
  is_reduced_by_contract,
  both_sides_percent is not null as is_both_sides_by_contract,
  bilateral_percent,
  side_percent,
  modifier_percent,
  credential_percent,
  if(method = 'percent_of_medicare', medicare_modifier_percent, if(is_modifier_in_rate, null, medicare_modifier_percent)) as medicare_modifier_percent,
  if(method = 'percent_of_medicare', medicare_credential_percent, null) as medicare_credential_percent,
  if(method = 'percent_of_medicare', participation_percent, null) as participation_percent,
  fee_amount,
  medicare_fee_amount,
  opps_cap_amount,
  medicare_rank,
  counted_unit_quantity,
  rank_reduction_amount,
  endoscopic_reduction_amount
from request_with_sides
