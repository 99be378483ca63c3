-- Grain: one price request with its Medicare price, step by step, or the reason why there is none. Units: US dollars; percents of 100; fee_amount is one unit, medicare_fee_amount the whole line before the charge is looked at.
with price_rank as (
  select
    price_key,
    scenario,
    min(procedure_rank) filter (where part <> 'professional') as procedure_rank,
    min(procedure_rank) filter (where part = 'professional') as professional_rank,
    max(procedure_count) as procedure_count,
    max(is_by_report) as is_rank_by_report,
    max(counted_unit_quantity) filter (where part = 'all') as counted_unit_quantity,
    sum(reduction_amount) filter (where part <> 'all') as rank_reduction_amount,
    array_join(array_sort(collect_list(rank_steps)), '; ') as rank_steps
  from int_procedure_rank
  group by price_key, scenario
),
stepped_price as (
  select
    q.price_key,
    q.scenario,
    q.service_key,
    u.* except (service_key, scenario, pricing_status, given_rank),
    case
      when u.pricing_status <> 'PRICED' then u.pricing_status
      when o.price_key is not null then 'BUNDLED_SAME_DAY'
      when k.is_rank_by_report then 'BY_REPORT'
      when u.is_multiple and u.given_rank is null and k.procedure_count = 1 and k.procedure_rank = 1 then 'MULTIPLE_PROCEDURES'
      else 'PRICED'
    end as pricing_status,
    k.procedure_rank,
    k.professional_rank,
    cast(coalesce(k.counted_unit_quantity, u.unit_quantity) as decimal(15,5)) as counted_unit_quantity,
    cast(coalesce(k.rank_reduction_amount, 0) as decimal(18,6)) as rank_reduction_amount,
    k.rank_steps,
    coalesce(d.endoscopic_reduction_amount, cast(0 as decimal(12,2))) as endoscopic_reduction_amount,
    coalesce(d.side_percent, cast(100 as decimal(7,3))) as side_percent
  from int_price_request as q
  inner join int_unit_fee as u
    on q.service_key = u.service_key and q.scenario = u.scenario
  left join int_day_procedure as d
    on q.price_key = d.price_key and q.scenario = d.scenario
  left join int_paid_with_others as o
    on q.price_key = o.price_key and q.scenario = o.scenario
  left join price_rank as k
    on q.price_key = k.price_key and q.scenario = k.scenario
),
scaled_price as (
  select
    *,
    -- Multiplied and cast, not divided: a quotient would lose decimals in silence.
    cast(
      cast(bilateral_percent * side_percent * 0.0001 as decimal(10,6))
      * cast(modifier_percent * credential_percent * participation_percent * 0.000001 as decimal(12,9)) as decimal(17,12)
    ) as factor
  from stepped_price
),
reduced_price as (
  select
    *,
    cast((fee_amount - endoscopic_reduction_amount) * counted_unit_quantity - rank_reduction_amount as decimal(18,7)) * factor as reduced_amount,
    opps_cap_amount * unit_quantity * factor as line_cap_amount
  from scaled_price
)
select
  price_key,
  scenario,
  service_key,
  payment_system,
  hcpcs_code,
  component,
  unit_quantity,
  pricing_date,
  pricing_status,
  release,
  is_later_release,
  is_earlier_release,
  release_in_force,
  is_unit_limit_in_force,
  status_code,
  is_setting_na,
  work_rvu,
  pe_rvu,
  mp_rvu,
  work_gpci,
  pe_gpci,
  mp_gpci,
  conversion_factor,
  fee_amount,
  bilateral_percent,
  side_percent,
  endoscopic_reduction_amount,
  multiple_procedure_indicator,
  procedure_rank,
  professional_rank,
  counted_unit_quantity,
  rank_reduction_amount,
  rank_steps,
  modifier_percent,
  credential_percent,
  participation_percent,
  opps_cap_amount,
  cast(if(pricing_status = 'PRICED', round(least(reduced_amount, line_cap_amount), 2), null) as decimal(12,2)) as medicare_fee_amount,
  cast(if(
    pricing_status = 'PRICED',
    round(least(reduced_amount, line_cap_amount) * limiting_charge_percent / participation_percent, 2),
    null
  ) as decimal(12,2)) as limiting_charge_amount
from reduced_price
