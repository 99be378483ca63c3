-- Grain: one change of a payer: of a code and modifiers a denial code that it gives more often or seldom from a month of service on; in one setting also, what it allows for it as a share of what was expected. Units: US dollars, patients, lines; rates and shares 0..1. Lines and dollars are those of the new answer since; change_amount is what they were expected to be allowed, or what they were allowed beyond the earlier share, negative where less.
with series as (
  select
    policy_series,
    min(answer_kind) as answer_kind,
    min(payer) as payer,
    min(payer_class) as payer_class,
    min(hcpcs_code) as hcpcs_code,
    min(modifiers) as modifiers,
    min(setting) as setting
  from int_policy_line
  group by policy_series
),
stepped_line as (
  select
    l.*,
    s.policy_answer as step_answer,
    s.clearest.change_month as change_month,
    l.service_month >= s.clearest.change_month as is_after,
    coalesce(l.policy_answer = s.policy_answer, false) as is_step_answer
  from int_policy_step as s
  inner join int_policy_line as l
    on s.policy_series = l.policy_series
),
since as (
  select
    policy_series,
    step_answer,
    min(denial_group) filter (where is_step_answer) as denial_group,
    min(service_date) filter (where is_after and is_step_answer) as first_service_date,
    min(service_date) filter (where is_after and not is_step_answer) as first_other_service_date,
    count_if(is_after and is_step_answer) as line_count,
    sum(charge_amount) filter (where is_after and is_step_answer) as charge_amount,
    sum(base_amount) filter (where is_after and is_step_answer) as base_amount,
    sum(allowed_amount) filter (where is_after and is_step_answer) as allowed_amount
  from stepped_line
  group by policy_series, step_answer
),
change as (
  select
    case
      when i.answer_kind = 'DENIAL' and s.clearest.after_answer_rate > s.clearest.before_answer_rate then 'MORE_DENIALS'
      when i.answer_kind = 'DENIAL' then 'FEWER_DENIALS'
      when m.new_allowed_share < m.earlier_allowed_share then 'LOWER_ALLOWED'
      else 'HIGHER_ALLOWED'
    end as policy_change,
    i.*,
    s.policy_answer,
    s.clearest,
    m.earlier_allowed_share,
    m.new_allowed_share,
    m.earlier_unit_allowed_amount,
    m.new_unit_allowed_amount,
    n.denial_group,
    n.first_service_date,
    n.first_other_service_date,
    n.line_count,
    n.charge_amount,
    n.base_amount,
    n.allowed_amount
  from int_policy_step as s
  inner join series as i
    on s.policy_series = i.policy_series
  inner join since as n
    on s.policy_series = n.policy_series and s.policy_answer = n.step_answer
  left join int_policy_share as m
    on s.policy_series = m.policy_series and s.policy_answer = m.policy_answer
  where i.answer_kind = 'DENIAL' or m.new_allowed_share is not null
)
select
  policy_change,
  payer,
  payer_class,
  hcpcs_code,
  nullif(modifiers, '') as modifiers,
  nullif(setting, '') as setting,
  if(answer_kind = 'DENIAL', policy_answer, null) as denial_code,
  denial_group,
  clearest.change_month as change_month,
  to_date(concat(clearest.change_month, '-01')) as change_month_date,
  if(policy_change = 'FEWER_DENIALS', first_other_service_date, first_service_date) as first_changed_service_date,
  if(answer_kind = 'DENIAL', clearest.before_answer_rate, null) as before_denial_rate,
  if(answer_kind = 'DENIAL', clearest.after_answer_rate, null) as after_denial_rate,
  earlier_allowed_share,
  new_allowed_share,
  earlier_unit_allowed_amount,
  new_unit_allowed_amount,
  clearest.before_patient_count as before_patient_count,
  clearest.after_patient_count as after_patient_count,
  if(policy_change = 'FEWER_DENIALS', 0, line_count) as changed_line_count,
  cast(if(policy_change = 'FEWER_DENIALS', null, charge_amount) as decimal(18,2)) as changed_charge_amount,
  -- The lines that are denied no more cannot be told.
  cast(case policy_change
    when 'FEWER_DENIALS' then null
    when 'MORE_DENIALS' then - base_amount
    else allowed_amount - round(base_amount * earlier_allowed_share, 2)
  end as decimal(18,2)) as policy_change_amount,
  cast(clearest.false_alarm_chance as decimal(18,10)) as false_alarm_share
from change
