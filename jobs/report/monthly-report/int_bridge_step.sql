-- Grain: one payer, code with modifiers and setting, and what of the change of its allowed or paid amount (bridged) from an earlier period each cause makes. Units: lines, US dollars to the cent; the causes add up to the change. Causes are taken one after the other, each at the earlier period's figures for those after it.
with measured_cell as (
  select *, 'ALLOWED' as bridged, base_allowed_total as earlier_amount, cast(allowed_total as decimal(16,2)) as amount
  from int_bridge_cell
  union all
  select *, 'PAID', base_paid_total, cast(paid_total as decimal(16,2))
  from int_bridge_cell
),
-- The earlier amount as it would be with all of the later period up to a cause. What the earlier period did not have comes in at the later period's amount.
volume_step as (
  select *, cast(earlier_amount * volume_factor as decimal(18,4)) as volume_amount
  from measured_cell
),
mix_step as (
  select *, cast(coalesce(earlier_amount * service_factor, amount) as decimal(18,4)) as mix_amount
  from volume_step
),
setting_step as (
  select *, cast(coalesce(earlier_amount * cell_factor, amount) as decimal(18,4)) as setting_amount
  from mix_step
),
lag_step as (
  select *, cast(case when cell_factor is null or answered_factor is null then amount else setting_amount * answered_factor end as decimal(18,4)) as lag_amount
  from setting_step
),
denial_step as (
  select *, cast(case when cell_factor is null or answered_factor is null or allowed_factor is null then amount else lag_amount * allowed_factor end as decimal(18,4)) as denial_amount
  from lag_step
),
rule_step as (
  select *, cast(case when cell_factor is null or allowed_factor is null then amount else denial_amount * coalesce(fee_factor, 1) end as decimal(18,4)) as rule_amount
  from denial_step
),
rate_step as (
  select *, cast(case when cell_factor is null or allowed_factor is null then amount else denial_amount * coalesce(priced_factor, fee_factor, 1) end as decimal(18,4)) as rate_amount
  from rule_step
)
select
  bridge,
  base_period,
  bridged,
  payer,
  hcpcs_code,
  modifiers,
  setting,
  base_line_count,
  line_count,
  earlier_amount,
  amount as bridged_amount,
  cast(amount - earlier_amount as decimal(16,2)) as bridge_change_amount,
  cast(round(volume_amount, 2) - earlier_amount as decimal(16,2)) as volume_change_amount,
  cast(round(mix_amount, 2) - round(volume_amount, 2) as decimal(16,2)) as mix_change_amount,
  cast(round(setting_amount, 2) - round(mix_amount, 2) as decimal(16,2)) as setting_change_amount,
  cast(round(lag_amount, 2) - round(setting_amount, 2) as decimal(16,2)) as lag_change_amount,
  cast(round(denial_amount, 2) - round(lag_amount, 2) as decimal(16,2)) as denial_change_amount,
  cast(round(rule_amount, 2) - round(denial_amount, 2) as decimal(16,2)) as rule_change_amount,
  cast(round(rate_amount, 2) - round(rule_amount, 2) as decimal(16,2)) as rate_change_amount,
  cast(amount - round(rate_amount, 2) as decimal(16,2)) as payment_change_amount
from rate_step
where earlier_amount <> 0 or amount <> 0
