-- Grain: one payer with a target: the smallest percent of Medicare, the same for every code, that reaches the target when no line is allowed more than its charge. Units: percent of Medicare, US dollars; null where charges are too low for it.
with ratio as (
  select
    v.payer,
    t.target_multiple,
    v.charge_amount * 100 / v.medicare_fee_amount as charge_percent,
    cast(sum(v.medicare_total) as decimal(18,2)) as medicare_amount,
    cast(sum(v.charge_total) as decimal(18,2)) as charge_amount
  from int_volume as v
  inner join int_payer_target as t
    on v.payer = t.payer
  group by v.payer, t.target_multiple, v.charge_amount * 100 / v.medicare_fee_amount
),
running_ratio as (
  select
    payer,
    target_multiple,
    charge_percent,
    cast(sum(medicare_amount) over (partition by payer) as decimal(18,2)) * target_multiple as target_amount,
    -- Lines whose charge is reached before this percent stand at their charge; all others move with it.
    cast(coalesce(sum(charge_amount) over lower_charge, 0) as decimal(18,2)) as charged_amount,
    cast(sum(medicare_amount) over (partition by payer) - coalesce(sum(medicare_amount) over lower_charge, 0) as decimal(18,2)) as moving_amount
  from ratio
  window lower_charge as (partition by payer order by charge_percent rows between unbounded preceding and 1 preceding)
),
reached_target as (
  select
    payer,
    target_multiple,
    target_amount,
    -- The first stretch between two charges that reaches the target, not the least number of any.
    min_by((target_amount - charged_amount) * 100 / moving_amount, charge_percent) filter (
      where (target_amount - charged_amount) * 100 / moving_amount <= charge_percent
    ) as percent
  from running_ratio
  group by payer, target_multiple, target_amount
)
select
  payer,
  target_multiple,
  cast(target_amount as decimal(18,2)) as target_amount,
  cast(ceil(percent * 100) / 100 as decimal(9,2)) as uniform_percent
from reached_target
order by payer
