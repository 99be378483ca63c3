-- Grain: one service and scenario under the physician fee schedule: the full fee of one unit, what changes it, or the reason why there is none. Units: US dollars; percents of 100; exact amounts are not rounded.
with exact_fee as (
  select
    *,
    (work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor as exact_fee_amount,
    pe_rvu * pe_gpci * conversion_factor as exact_practice_expense_amount,
    case
      when component = '26' or pctc_indicator = '2' then (work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor
      else (professional_work_rvu * work_gpci + professional_pe_rvu * pe_gpci + professional_mp_rvu * mp_gpci) * conversion_factor
    end as exact_professional_amount,
    case
      when component = 'TC' or pctc_indicator = '3' then (work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor
      else (technical_work_rvu * work_gpci + technical_pe_rvu * pe_gpci + technical_mp_rvu * mp_gpci) * conversion_factor
    end as exact_technical_amount,
    (base_work_rvu * work_gpci + base_pe_rvu * pe_gpci + base_mp_rvu * mp_gpci) * conversion_factor as exact_base_amount,
    least(
      if(opps_pe_rvu > 0, round((work_rvu * work_gpci + opps_pe_rvu * pe_gpci + opps_mp_rvu * mp_gpci) * conversion_factor, 2), null),
      listed_cap_amount
    ) as opps_cap_amount
  from int_fee_rule
)
select
  service_key,
  scenario,
  payment_system,
  hcpcs_code,
  component,
  side,
  is_multiple,
  unit_quantity,
  given_rank,
  pricing_date,
  pricing_status,
  release,
  is_later_release,
  is_earlier_release,
  release_in_force,
  is_unit_limit_in_force,
  status_code,
  coalesce(is_setting_na, false) as is_setting_na,
  work_rvu,
  pe_rvu,
  mp_rvu,
  work_gpci,
  pe_gpci,
  mp_gpci,
  conversion_factor,
  cast(round(exact_fee_amount, 2) as decimal(12,2)) as fee_amount,
  cast(exact_fee_amount as decimal(20,9)) as exact_fee_amount,
  cast(exact_practice_expense_amount as decimal(20,9)) as exact_practice_expense_amount,
  cast(exact_professional_amount as decimal(20,9)) as exact_professional_amount,
  cast(exact_technical_amount as decimal(20,9)) as exact_technical_amount,
  cast(round(exact_base_amount, 2) as decimal(12,2)) as endoscopic_base_amount,
  if(array_contains(left_out_rules, 'opps_cap'), null, cast(opps_cap_amount as decimal(12,2))) as opps_cap_amount,
  if(array_contains(left_out_rules, 'multiple_procedures'), null, multiple_procedure_indicator) as multiple_procedure_indicator,
  imaging_family_indicator,
  if(array_contains(left_out_rules, 'multiple_procedures'), null, endoscopic_base_code) as endoscopic_base_code,
  cast(if(is_bilateral, coalesce(both_sides_percent, 100), 100) as decimal(7,3)) as bilateral_percent,
  if(is_pair_of_lines and side is not null and not is_bilateral and not array_contains(left_out_rules, 'bilateral'), both_sides_percent, null) as pair_percent,
  cast(if(is_modified, coalesce(surgeon_role_percent, 100) * coalesce(global_share, 1), 100) as decimal(7,3)) as modifier_percent,
  if(is_credential_in_percent or array_contains(left_out_rules, 'credential'), cast(100 as decimal(7,3)), coalesce(credential_percent, cast(100 as decimal(7,3)))) as credential_percent,
  if(array_contains(left_out_rules, 'participation'), cast(100 as decimal(7,3)), participation_percent) as participation_percent,
  limiting_charge_percent
from exact_fee
