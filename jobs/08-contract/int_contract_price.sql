-- Grain: one price key and contract with the price that was agreed, step by step, or the reason why there is none. Units: US dollars; percents of 100; base_amount is one unit, contract_amount the whole line before the charge is looked at; a percent of the charge has no amount until it meets a line.
with stepped_price as (
  select
    b.* except (base_status, counted_unit_quantity),
    if(b.base_status = 'PRICED' and b.is_multiple and k.procedure_count = 1 and k.procedure_rank = 1, 'MULTIPLE_PROCEDURES', b.base_status) as contract_status,
    case
      when b.is_reduced_as_medicare then b.medicare_rank
      when b.is_reduced_by_contract then k.procedure_rank
    end as procedure_rank,
    cast(case
      when b.is_reduced_as_medicare then coalesce(b.counted_unit_quantity, b.unit_quantity)
      when b.is_reduced_by_contract then k.counted_unit_quantity
      else b.unit_quantity
    end as decimal(15,5)) as counted_unit_quantity,
    if(b.is_reduced_as_medicare, coalesce(b.rank_reduction_amount, 0), 0) as line_reduction_amount,
    if(b.is_reduced_as_medicare, coalesce(b.endoscopic_reduction_amount, 0), 0) as unit_reduction_amount,
    cast(b.bilateral_percent * b.side_percent / 10000 as decimal(18,12)) as sides_factor,
    cast(coalesce(b.medicare_modifier_percent, 100) * coalesce(b.medicare_credential_percent, 100) / 10000 as decimal(18,12)) as medicare_factor,
    cast(b.modifier_percent * b.credential_percent / 10000 as decimal(18,12)) as contract_factor
  from int_contract_base as b
  left join int_contract_rank as k
    on b.price_key = k.price_key and b.contract = k.contract
),
factored_price as (
  select
    *,
    cast(sides_factor * medicare_factor as decimal(18,12)) as service_factor,
    -- What Medicare's reductions in dollars leave of a unit, for rates that are not Medicare's.
    cast(if(
      line_reduction_amount = 0 and unit_reduction_amount = 0 or coalesce(fee_amount, 0) = 0,
      counted_unit_quantity,
      ((fee_amount - unit_reduction_amount) * counted_unit_quantity - line_reduction_amount) / fee_amount
    ) as decimal(18,8)) as reduced_unit_quantity
  from stepped_price
),
scaled_price as (
  select
    *,
    cast(coalesce(participation_percent, 100) / 100 * service_factor as decimal(18,12)) as medicare_line_factor
  from factored_price
),
line_price as (
  -- A percent of Medicare is of the line as Medicare rounds it; without a rule of the contract's own that is its price.
  select
    *,
    case
      when method <> 'percent_of_medicare' or fee_amount is null then null
      when is_reduced_as_medicare and not is_both_sides_by_contract then medicare_fee_amount
      else round(least(
        cast((fee_amount - unit_reduction_amount) * counted_unit_quantity - line_reduction_amount as decimal(18,7)) * medicare_line_factor,
        cast(opps_cap_amount * unit_quantity as decimal(18,5)) * medicare_line_factor
      ), 2)
    end as medicare_line_amount
  from scaled_price
)
select
  price_key,
  contract,
  contract_status,
  method,
  basis,
  source_file,
  source_line,
  medicare_scenario,
  lesser_of,
  percent,
  base_amount,
  escalator_factor,
  bilateral_percent,
  side_percent,
  modifier_percent,
  credential_percent,
  procedure_rank,
  if(method = 'percent_of_charge', null, counted_unit_quantity) as counted_unit_quantity,
  cast(medicare_line_amount as decimal(12,2)) as medicare_line_amount,
  cast(if(contract_status <> 'PRICED', null, case
    when method = 'percent_of_medicare'
      then round(cast(medicare_line_amount * percent / 100 as decimal(20,8)) * cast(contract_factor * escalator_factor as decimal(18,12)), 2)
    when method in ('fee_schedule', 'fixed_amount')
      then round(
        cast(cast(base_amount * escalator_factor as decimal(20,10)) * cast(service_factor * contract_factor as decimal(18,12)) as decimal(26,14))
        * reduced_unit_quantity, 2
      )
  end) as decimal(12,2)) as contract_amount,
  -- A charge is what was done already, units and modifiers included; only who did it changes what is paid of it.
  cast(if(contract_status = 'PRICED' and method = 'percent_of_charge', percent * credential_percent / 100, null) as decimal(12,6)) as charge_percent
from line_price
