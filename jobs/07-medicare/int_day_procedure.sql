-- Grain: one price request that has a fee or, by report, will have one, with what the other lines of its day make of it before any ranking: the second of two sides, a member of an endoscopic family. Units: US dollars; percents of 100.
with member as (
  select
    r.price_key,
    r.scenario,
    coalesce(r.day_service_key, r.price_key) as day_service_key,
    r.day_service_key is not null as is_beside_others,
    coalesce(r.ordinal, 1) as ordinal,
    u.*,
    row_number() over (
      partition by coalesce(r.day_service_key, r.price_key), r.scenario, u.hcpcs_code, u.component, u.unit_quantity, u.side
      order by r.ordinal
    ) as side_ordinal
  from int_price_request as r
  inner join (select * except (scenario, service_key), scenario as fee_scenario, service_key as fee_service_key from int_unit_fee) as u
    on r.service_key = u.fee_service_key and r.scenario = u.fee_scenario
  left join int_paid_with_others as o
    on r.price_key = o.price_key and r.scenario = o.scenario
  -- What has no price here and is paid nevertheless takes a rank from the others.
  where u.pricing_status in ('PRICED', 'BY_REPORT', 'MODIFIER_NOT_PRICED', 'UNKNOWN_MODIFIER', 'UNKNOWN_CREDENTIAL')
    and u.fee_amount is not null
    and u.unit_quantity > 0
    and o.price_key is null
),
paired_procedure as (
  select
    *,
    pair_percent is not null
    and min(side) over same_procedure <> max(side) over same_procedure as is_one_of_two_sides,
    min(ordinal) over same_procedure as first_ordinal,
    coalesce(endoscopic_base_code, hcpcs_code) as family_code
  from member
  window same_procedure as (
    partition by day_service_key, scenario, hcpcs_code, component, unit_quantity, pair_percent, side_ordinal
  )
),
sided_procedure as (
  select
    *,
    if(is_one_of_two_sides, first_ordinal, ordinal) as procedure_ordinal,
    if(is_one_of_two_sides and ordinal > first_ordinal, pair_percent - 100, 100) as side_percent,
    if(is_one_of_two_sides, pair_percent, bilateral_percent) as both_sides_percent
  from paired_procedure
),
ordered_procedure as (
  -- The base itself is last, whatever its fee: it is not paid beside another of its family.
  select
    *,
    dense_rank() over (
      partition by day_service_key, scenario, family_code
      order by endoscopic_base_code is null, fee_amount * both_sides_percent desc, procedure_ordinal
    ) as family_rank
  from sided_procedure
),
family_procedure as (
  select
    *,
    max(family_rank) over same_family > 1 and max(endoscopic_base_code is not null) over same_family as is_of_family,
    max(endoscopic_base_amount) over same_family as family_base_amount
  from ordered_procedure
  window same_family as (partition by day_service_key, scenario, family_code)
)
select
  price_key,
  scenario,
  day_service_key,
  is_beside_others,
  ordinal,
  payment_system,
  hcpcs_code,
  pricing_date,
  multiple_procedure_indicator,
  imaging_family_indicator,
  case
    when is_of_family then concat('family ', family_code)
    else concat('line ', procedure_ordinal)
  end as procedure_name,
  cast(procedure_ordinal as int) as procedure_ordinal,
  is_one_of_two_sides,
  is_of_family,
  cast(side_percent as decimal(7,3)) as side_percent,
  cast(if(is_of_family and family_rank > 1, least(family_base_amount, fee_amount), 0) as decimal(12,2)) as endoscopic_reduction_amount,
  unit_quantity,
  cast(if(is_of_family, 1, ceil(unit_quantity)) as int) as rank_count,
  given_rank,
  fee_amount,
  bilateral_percent,
  exact_fee_amount,
  exact_practice_expense_amount,
  exact_professional_amount,
  exact_technical_amount
from family_procedure
