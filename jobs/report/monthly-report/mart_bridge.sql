-- Grain: one step of the bridge from an earlier period's allowed or paid amount (bridged) to the report period's: the earlier amount, each cause, the later amount. Units: US dollars to the cent; the causes add up to the change.
with bridge as (
  select
    bridge,
    base_period,
    bridged,
    sum(earlier_amount) as earlier_amount,
    sum(volume_change_amount) as volume_change_amount,
    sum(mix_change_amount) as mix_change_amount,
    sum(setting_change_amount) as setting_change_amount,
    sum(lag_change_amount) as lag_change_amount,
    sum(denial_change_amount) as denial_change_amount,
    sum(rule_change_amount) as rule_change_amount,
    sum(rate_change_amount) as rate_change_amount,
    sum(payment_change_amount) as payment_change_amount,
    sum(bridged_amount) as bridged_amount
  from int_bridge_step
  group by bridge, base_period, bridged
),
step as (
  select
    bridge,
    base_period,
    bridged,
    inline(array(
      struct(1 as step_order, 'BASE' as step, earlier_amount as step_amount),
      struct(2 as step_order, 'VOLUME' as step, volume_change_amount as step_amount),
      struct(3 as step_order, 'MIX' as step, mix_change_amount as step_amount),
      struct(4 as step_order, 'SETTING' as step, setting_change_amount as step_amount),
      struct(5 as step_order, 'LAG' as step, lag_change_amount as step_amount),
      struct(6 as step_order, 'DENIAL' as step, denial_change_amount as step_amount),
      struct(7 as step_order, 'RULE' as step, rule_change_amount as step_amount),
      struct(8 as step_order, 'RATE' as step, rate_change_amount as step_amount),
      struct(9 as step_order, 'PAYMENT' as step, payment_change_amount as step_amount),
      struct(10 as step_order, :period_unit as step, bridged_amount as step_amount)
    ))
  from bridge
)
select
  bridge,
  base_period,
  bridged,
  step_order,
  step,
  cast(step_amount as decimal(18,2)) as step_amount
from step
order by bridge, bridged, step_order
