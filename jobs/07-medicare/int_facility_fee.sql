-- Grain: one service and scenario that a facility bills: the rate of one unit at the place's wage index, or the reason why there is none. Units: US dollars; percents of 100.
with rate as (
  select
    'asc' as payment_system,
    release,
    hcpcs_code,
    payment_indicator as indicator,
    if(is_multiple_procedure_discounted, 'Y', 'N') as multiple_procedure_indicator,
    cast(payment_amount as decimal(12,3)) as payment_amount,
    device_amount
  from asc_payment
  qualify row_number() over (partition by release, hcpcs_code order by addendum) = 1
  union all
  select 'opps', release, hcpcs_code, status_indicator, status_indicator, payment_amount, null
  from opps_payment
),
rated_request as (
  select
    q.*,
    m.component,
    m.side,
    m.is_multiple,
    m.is_bilateral or m.has_both_sides as is_bilateral,
    m.has_unpriced_modifier,
    m.has_unknown_modifier,
    m.is_by_report,
    coalesce(q.asked_release, f.release) as release,
    q.asked_release is null and coalesce(f.is_later_release, false) as is_later_release,
    q.asked_release is null and coalesce(f.is_earlier_release, false) as is_earlier_release,
    if(q.asked_release is null, f.release_in_force, null) as release_in_force,
    r.indicator,
    r.multiple_procedure_indicator,
    r.payment_amount,
    if(s.is_device_apart, coalesce(r.device_amount, 0), 0) as device_amount,
    s.pricing_status as facility_pricing_status,
    x.hcpcs_code is not null as is_excluded,
    e.release is not null as is_extract,
    p.labor_percent
  from int_service_request as q
  inner join int_modifier_summary as m
    on q.service_key = m.service_key and q.scenario = m.scenario
  left join int_release_in_force as f
    on q.payment_system = f.kind and q.pricing_date = f.pricing_date
  left join rate as r
    on q.payment_system = r.payment_system and coalesce(q.asked_release, f.release) = r.release and q.hcpcs_code = r.hcpcs_code
  left join facility_status as s
    on r.payment_system = s.payment_system and r.indicator = s.indicator
  left join asc_excluded as x
    on q.payment_system = 'asc' and coalesce(q.asked_release, f.release) = x.release and q.hcpcs_code = x.hcpcs_code
  left join (select distinct reference_table, release from reference_extract) as e
    on e.reference_table = concat(q.payment_system, '_payment') and e.release = coalesce(q.asked_release, f.release)
  left join payment_system_rule as p
    on q.payment_system = p.payment_system
    and q.pricing_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
  where q.payment_system <> 'physician'
),
judged_request as (
  select
    *,
    case
      when hcpcs_code is null then 'NO_CODE'
      when pricing_date is null then 'NO_SERVICE_DATE'
      when release is null or labor_percent is null then 'NO_RELEASE'
      when indicator is null then case when is_excluded then 'NOT_COVERED_IN_ASC' when is_extract then 'NOT_IN_EXTRACT' else 'NO_FEE' end
      when facility_pricing_status is null then 'UNKNOWN_STATUS_CODE'
      when facility_pricing_status <> 'PRICED' then facility_pricing_status
      when payment_amount is null then 'CARRIER_PRICED'
      when has_unknown_modifier then 'UNKNOWN_MODIFIER'
      when has_unpriced_modifier then 'MODIFIER_NOT_PRICED'
      when is_by_report then 'BY_REPORT'
      when component <> '' then 'NO_COMPONENT_FEE'
      when wage_index is null then 'NO_WAGE_INDEX'
      when unit_quantity is null or unit_quantity <= 0 then 'NO_UNITS'
      else 'PRICED'
    end as pricing_status
  from rated_request
)
select
  service_key,
  scenario,
  payment_system,
  hcpcs_code,
  component,
  side,
  is_multiple,
  -- A facility bills both sides as two procedures.
  cast(unit_quantity * if(is_bilateral, 2, 1) as decimal(15,3)) as unit_quantity,
  given_rank,
  pricing_date,
  pricing_status,
  release,
  is_later_release,
  is_earlier_release,
  release_in_force,
  cast(null as boolean) as is_unit_limit_in_force,
  indicator as status_code,
  false as is_setting_na,
  cast(null as decimal(7,2)) as work_rvu,
  cast(null as decimal(7,2)) as pe_rvu,
  cast(null as decimal(7,2)) as mp_rvu,
  cast(null as decimal(5,3)) as work_gpci,
  cast(null as decimal(5,3)) as pe_gpci,
  cast(null as decimal(5,3)) as mp_gpci,
  cast(null as decimal(8,4)) as conversion_factor,
  cast(round((payment_amount - device_amount) * (labor_percent * wage_index + 100 - labor_percent) / 100 + device_amount, 2) as decimal(12,2)) as fee_amount,
  cast(null as decimal(20,9)) as exact_fee_amount,
  cast(null as decimal(20,9)) as exact_practice_expense_amount,
  cast(null as decimal(20,9)) as exact_professional_amount,
  cast(null as decimal(20,9)) as exact_technical_amount,
  cast(null as decimal(12,2)) as endoscopic_base_amount,
  cast(null as decimal(12,2)) as opps_cap_amount,
  if(array_contains(left_out_rules, 'multiple_procedures'), null, multiple_procedure_indicator) as multiple_procedure_indicator,
  cast(null as string) as imaging_family_indicator,
  cast(null as string) as endoscopic_base_code,
  cast(100 as decimal(7,3)) as bilateral_percent,
  cast(null as decimal(7,3)) as pair_percent,
  cast(100 as decimal(7,3)) as modifier_percent,
  cast(100 as decimal(7,3)) as credential_percent,
  cast(100 as decimal(7,3)) as participation_percent,
  cast(null as decimal(7,3)) as limiting_charge_percent
from judged_request
