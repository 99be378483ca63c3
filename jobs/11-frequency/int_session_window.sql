-- Grain: one question and limit that its policy has on the day asked. Units: sessions or injections, as the limit says. The window ends on the day asked and holds it; the same day that many months before is outside. Days that a month lacks count as its last: a year before 29 February is 28 February.
with question_limit as (
  select
    q.*,
    l.* except (policy, meant_for, effective_from_date, effective_to_date),
    l.effective_from_date as policy_from_date,
    if(l.window_months is null, date_sub(q.asked_date, l.window_days - 1), date_add(add_months(q.asked_date, - l.window_months), 1)) as window_from_date
  from int_session_question as q
  inner join frequency_policy as l
    on q.policy = l.policy
    and q.asked_date between l.effective_from_date and coalesce(l.effective_to_date, date'9999-12-31')
),
counted_session as (
  select
    l.*,
    s.service_date,
    s.day_region_count,
    case l.same_day_rule when 'each_unit' then s.unit_count when 'each_unit_and_side' then s.unit_and_side_count else 1 end as session_count,
    s.is_paid and s.payer = l.payer as is_paid_by_payer
  from question_limit as l
  inner join int_session as s
    on l.patient_key = s.patient_key
    and l.policy = s.policy
    and l.region = s.region
    and s.service_date <= l.asked_date
),
running_session as (
  select
    *,
    sum(session_count) over (
      partition by patient_key, policy, region, asked_date, asked_for, limit_name
      order by service_date desc
    ) as count_since
  from counted_session
),
window_total as (
  select
    patient_key, policy, region, asked_date, asked_for, payer, limit_name, title, policy_from_date, source, unit,
    window_months, window_days, window_from_date, cap, session_region_cap, minimum_gap_days, gap_rule, reset_rule, counts,
    max(day_region_count) filter (where service_date = asked_date) as day_region_count,
    coalesce(sum(session_count) filter (where service_date = asked_date), 0) as own_count,
    coalesce(sum(session_count) filter (where service_date < asked_date and service_date >= window_from_date), 0) as performed_before_count,
    coalesce(sum(session_count) filter (where service_date < asked_date and service_date >= window_from_date and is_paid_by_payer), 0) as paid_before_count,
    array_join(sort_array(collect_list(cast(service_date as string)) filter (where service_date >= window_from_date)), ' ') as session_dates,
    array_join(sort_array(collect_list(cast(service_date as string)) filter (where service_date >= window_from_date and is_paid_by_payer)), ' ') as paid_session_dates,
    max(service_date) filter (where service_date < asked_date) as earlier_session_date,
    max(service_date) filter (where service_date < asked_date and is_paid_by_payer) as earlier_paid_session_date,
    max(service_date) as last_session_date,
    -- The latest session that must have left the window before there is room for one more.
    max(service_date) filter (where count_since >= cap) as leaving_date
  from running_session
  group by patient_key, policy, region, asked_date, asked_for, payer, limit_name, title, policy_from_date, source, unit,
    window_months, window_days, window_from_date, cap, session_region_cap, minimum_gap_days, gap_rule, reset_rule, counts
),
dated_window as (
  select
    *,
    case
      when leaving_date is null then asked_date
      when window_months is null then date_add(leaving_date, window_days)
      -- Where the later month is too short for the day, it is out on the first of the next.
      when add_months(add_months(leaving_date, window_months), - window_months) < leaving_date then date_add(add_months(leaving_date, window_months), 1)
      else add_months(leaving_date, window_months)
    end as left_date,
    if(own_count > 0, date_add(asked_date, 1), asked_date) as earliest_date,
    if(gap_rule = 'limit' and minimum_gap_days is not null, date_add(last_session_date, minimum_gap_days), asked_date) as gap_date
  from window_total
),
policy_start as (
  select
    policy,
    min(effective_from_date) as first_date
  from frequency_policy_code
  group by policy
)
select
  n.patient_key,
  n.policy,
  n.region,
  n.asked_date,
  n.asked_for,
  n.payer,
  n.limit_name,
  n.title,
  n.policy_from_date,
  n.source,
  n.unit,
  n.window_months,
  n.window_days,
  n.window_from_date,
  n.cap,
  n.session_region_cap,
  n.day_region_count,
  n.minimum_gap_days,
  n.gap_rule,
  n.reset_rule,
  n.counts,
  cast(n.own_count as int) as own_count,
  cast(n.performed_before_count as int) as performed_before_count,
  cast(n.paid_before_count as int) as paid_before_count,
  n.session_dates,
  n.paid_session_dates,
  n.earlier_session_date,
  n.earlier_paid_session_date,
  n.last_session_date,
  datediff(n.asked_date, n.earlier_session_date) as gap_days,
  datediff(n.asked_date, n.earlier_paid_session_date) as paid_gap_days,
  greatest(n.left_date, n.earliest_date, n.gap_date) as next_allowed_date,
  -- A patient who came before the window began, under codes that counted then: else sessions elsewhere are likely.
  coalesce(p.is_known and p.first_service_date <= n.window_from_date and c.first_date <= n.window_from_date, false) as is_history_whole
from dated_window as n
left join policy_start as c
  on n.policy = c.policy
left join int_patient as p
  on n.patient_key = p.patient_key
