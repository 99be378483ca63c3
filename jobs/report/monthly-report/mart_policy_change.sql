-- Grain: one change of a payer that it need not have announced, the latest month first, as int_policy_change has it, with the public event of its month or the month before that fits. Units: US dollars, patients, lines; rates and shares 0..1.
with fitting_event as (
  select
    c.policy_change,
    c.payer,
    c.hcpcs_code,
    c.modifiers,
    c.setting,
    c.denial_code,
    e.event_date,
    min(e.public_event) as public_event,
    count(distinct e.public_event) as event_count
  from int_policy_change as c
  inner join int_policy_event as e
    on c.hcpcs_code = e.hcpcs_code
    and e.event_date between add_months(c.change_month_date, -1) and last_day(c.change_month_date)
    and (e.payer_class = '*' or e.payer_class = c.payer_class)
  left join finding_denial as f
    on e.finding_group = f.finding_group
    and c.denial_group = f.denial_group
    and c.change_month_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
  where if(c.denial_code is null, e.finding_group is null, f.finding_group is not null)
  group by c.policy_change, c.payer, c.hcpcs_code, c.modifiers, c.setting, c.denial_code, e.event_date
),
nearest_event as (
  select
    policy_change,
    payer,
    hcpcs_code,
    modifiers,
    setting,
    denial_code,
    max_by(
      concat(public_event, if(event_count > 1, concat(' and ', cast(event_count - 1 as string), ' more'), ''), ', ', date_format(event_date, 'yyyy-MM-dd')),
      event_date
    ) as public_event
  from fitting_event
  group by policy_change, payer, hcpcs_code, modifiers, setting, denial_code
)
select
  c.policy_change,
  c.change_month,
  c.first_changed_service_date,
  c.payer,
  c.hcpcs_code,
  c.modifiers,
  c.setting,
  c.denial_code,
  c.before_denial_rate,
  c.after_denial_rate,
  c.earlier_allowed_share,
  c.new_allowed_share,
  c.earlier_unit_allowed_amount,
  c.new_unit_allowed_amount,
  c.before_patient_count,
  c.after_patient_count,
  c.changed_line_count,
  c.changed_charge_amount,
  c.policy_change_amount,
  coalesce(e.public_event, 'None known') as public_event,
  e.public_event is not null as is_public,
  c.false_alarm_share
from int_policy_change as c
left join nearest_event as e
  on c.policy_change = e.policy_change
  and c.payer = e.payer
  and c.hcpcs_code = e.hcpcs_code
  and c.modifiers <=> e.modifiers
  and c.setting <=> e.setting
  and c.denial_code <=> e.denial_code
order by c.change_month desc, c.policy_change_amount, c.payer, c.hcpcs_code, c.modifiers, c.setting, c.policy_change, c.denial_code
