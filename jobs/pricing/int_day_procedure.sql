-- Grain: one price request that has a fee, with what the other lines of its day make of it before any ranking: the second of two sides, a member of an endoscopic family. Units: US dollars; percents of 100.
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
      order by r.service_key, r.ordinal
    ) as side_ordinal
  from int_price_request as r
  inner join (select * except (scenario, service_key), scenario as fee_scenario, service_key as fee_service_key from int_unit_fee) as u
    on r.service_key = u.fee_service_key and r.scenario = u.fee_scenario
  where u.pricing_status = 'PRICED'
),
paired as (
  select
    *,
    pair_percent is not null
    and min(side) over same_procedure <> max(side) over same_procedure as is_one_of_two_sides,
    side = max(side) over same_procedure as is_last_side,
    coalesce(endoscopic_base_code, hcpcs_code) as family_code
  from member
  window same_procedure as (
    partition by day_service_key, scenario, hcpcs_code, component, unit_quantity, pair_percent, side_ordinal
  )
),
sided as (
  select
    *,
    case when is_one_of_two_sides and is_last_side then pair_percent - 100 else 100 end as side_percent,
    count(*) over same_family > 1 and max(endoscopic_base_code is not null) over same_family as is_of_family,
    max(endoscopic_base_amount) over same_family as family_base_amount
  from paired
  window same_family as (partition by day_service_key, scenario, family_code)
),
ordered as (
  select
    *,
    row_number() over (
      partition by day_service_key, scenario, family_code
      order by fee_amount * bilateral_percent desc, endoscopic_base_code nulls last, hcpcs_code, ordinal, price_key
    ) as family_rank
  from sided
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
    when is_one_of_two_sides then concat('sides of ', hcpcs_code, ' ', side_ordinal)
    else concat('line ', price_key)
  end as procedure_name,
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
from ordered
