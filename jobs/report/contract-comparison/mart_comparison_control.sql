-- Grain: one total that must come out the same by two ways. Units: as said; every control must hold.
with history_total as (
  select
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    sum(allowed_amount) filter (where comparison_status = 'COMPARED') as allowed_amount
  from int_history_line
),
adjudicated_total as (
  select count(*) as line_count, sum(charge_amount) as charge_amount
  from int_adjudicated_line
  where line_status = 'current' and service_month between :first_month and :last_month
),
volume_total as (
  select sum(line_count) as line_count, sum(allowed_total) as allowed_amount, sum(medicare_total) as medicare_amount
  from int_volume
),
contract_volume_total as (
  select sum(line_count) as line_count
  from int_contract_volume
),
scenario_volume_total as (
  select sum(line_count) as line_count
  from int_scenario_volume
),
multiple_total as (
  select sum(medicare_amount) as medicare_amount
  from int_multiple
  where level = 'code_setting'
),
control as (
  select 1 as ordinal, 'Lines of the period, compared or not' as control, 'lines' as unit,
    cast(a.line_count as decimal(18,2)) as expected_amount, cast(h.line_count as decimal(18,2)) as found_amount
  from adjudicated_total as a cross join history_total as h
  union all
  select 2, 'Charges of the period, compared or not', 'US dollars', a.charge_amount, h.charge_amount
  from adjudicated_total as a cross join history_total as h
  union all
  select 3, 'Allowed on compared lines, by line and by price', 'US dollars', h.allowed_amount, v.allowed_amount
  from history_total as h cross join volume_total as v
  union all
  select 4, 'Medicare on compared lines, by price and by code', 'US dollars', v.medicare_amount, m.medicare_amount
  from volume_total as v cross join multiple_total as m
  union all
  -- A step that takes a line twice would double every amount that is made from it.
  select 5, 'Compared lines, by price and by contract term', 'lines', cast(v.line_count as decimal(18,2)), cast(c.line_count as decimal(18,2))
  from volume_total as v cross join contract_volume_total as c
  union all
  select 6, 'Compared lines, by price and by scenario', 'lines', cast(v.line_count as decimal(18,2)), cast(s.line_count as decimal(18,2))
  from volume_total as v cross join scenario_volume_total as s
)
select
  ordinal,
  control,
  unit,
  cast(coalesce(expected_amount, 0) as decimal(18,2)) as expected_amount,
  cast(coalesce(found_amount, 0) as decimal(18,2)) as found_amount,
  cast(coalesce(expected_amount, 0) - coalesce(found_amount, 0) as decimal(18,2)) as difference_amount,
  true as is_required
from control
order by ordinal
