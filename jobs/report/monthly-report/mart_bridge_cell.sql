-- Grain: one payer, code with modifiers and setting of the report period or an earlier one, with what each cause makes of the change of its allowed or paid amount (bridged); the largest change first. Units: lines, US dollars to the cent.
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
  bridged_amount,
  bridge_change_amount,
  volume_change_amount,
  mix_change_amount,
  setting_change_amount,
  lag_change_amount,
  denial_change_amount,
  rule_change_amount,
  rate_change_amount,
  payment_change_amount
from int_bridge_step
order by bridge, bridged, abs(bridge_change_amount) desc, payer, hcpcs_code, modifiers, setting
