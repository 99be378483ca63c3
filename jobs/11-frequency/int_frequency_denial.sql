-- Grain: one current claim line that was denied, in full or in part, by what may be a limit on frequency, with the limit that decides. Units: US dollars; sessions or injections, as the limit says. counted_count holds the denied session itself; day_regions are all regions of the patient's day.
with patient_line as (
  select
    c.claim_line_key,
    p.patient,
    p.is_known
  from stg_claim_line as c
  inner join int_patient as p
    on coalesce(c.patient_key, c.submission_id) = p.patient_key
),
counted_window as (
  select
    l.claim_line_key,
    w.*,
    w.own_count + if(w.counts = 'performed', w.performed_before_count, w.paid_before_count) as counted_count,
    w.own_count + w.performed_before_count as performed_count,
    w.own_count + w.paid_before_count as paid_count,
    coalesce(w.gap_rule = 'limit' and if(w.counts = 'performed', w.gap_days, w.paid_gap_days) < w.minimum_gap_days, false) as is_too_soon,
    coalesce(w.gap_rule = 'limit' and w.gap_days < w.minimum_gap_days, false) as is_too_soon_performed
  from int_session_line as l
  inner join int_session_window as w
    on l.patient_key = w.patient_key
    and l.policy = w.policy
    and l.region = w.region
    and l.service_date = w.asked_date
  where l.is_own_policy and w.asked_for = 'session'
),
judged_denial as (
  select
    d.*,
    c.* except (claim_line_key, payer),
    case
      when d.limit_kind = 'contract' then 'CONTRACT_LIMIT'
      when a.payer is null then 'NO_POLICY'
      when c.limit_name is null then 'NOT_IN_POLICY'
      when (c.counted_count > c.cap or c.is_too_soon) and c.reset_rule <> 'none' then 'NEW_EPISODE_POSSIBLE'
      when c.counted_count > c.cap then 'OVER_CAP'
      when c.is_too_soon then 'TOO_SOON'
      when c.performed_count > c.cap or c.is_too_soon_performed then 'UNPAID_SESSIONS_DECIDE'
      when c.day_region_count > c.session_region_cap then 'SEVERAL_REGIONS_THAT_DAY'
      when not c.is_history_whole then 'SESSIONS_ELSEWHERE_POSSIBLE'
      when d.limit_kind = 'possible' then 'NOT_BY_COUNT'
      else 'UNDER_CAP'
    end as verdict_reason
  from int_frequency_signal as d
  left join counted_window as c
    on d.claim_line_key = c.claim_line_key
  left join (select distinct payer from int_payer_policy where policy is not null) as a
    on d.payer = a.payer
),
day_region as (
  select
    patient_key,
    policy,
    service_date,
    array_join(sort_array(collect_set(replace(region, '_', ' '))), ' or ') as regions
  from int_session
  group by patient_key, policy, service_date
),
ranked_verdict as (
  select
    *,
    case
      when verdict_reason in ('OVER_CAP', 'TOO_SOON') then 'CORRECT'
      when verdict_reason = 'UNDER_CAP' then 'WRONG'
      else 'CANNOT_TELL'
    end as verdict,
    row_number() over (
      partition by claim_line_key
      order by
        array_position(array('OVER_CAP', 'TOO_SOON', 'NEW_EPISODE_POSSIBLE'), verdict_reason) = 0,
        array_position(array('OVER_CAP', 'TOO_SOON', 'NEW_EPISODE_POSSIBLE'), verdict_reason),
        verdict_reason = 'UNDER_CAP',
        cap - counted_count,
        policy,
        limit_name
    ) as deciding_rank
  from judged_denial
)
select
  r.claim_line_key,
  r.claim_id,
  r.claim_line_number,
  p.patient,
  r.payer,
  r.payer_class,
  r.rendering_npi,
  r.physician,
  r.site,
  r.service_date,
  r.payment_date,
  r.hcpcs_code,
  r.modifiers,
  r.charge_amount,
  r.expected_allowed_amount,
  r.denial_group_code,
  r.denial_reason_code,
  r.remark_codes,
  r.denial_group,
  r.denial_owner,
  r.is_partly_denied,
  r.limit_kind,
  r.policy,
  r.title,
  r.policy_from_date,
  r.source,
  r.region,
  r.limit_name,
  r.unit,
  r.cap,
  r.window_from_date,
  r.counts,
  r.counted_count,
  r.performed_count,
  r.paid_count,
  r.session_dates,
  r.paid_session_dates,
  r.gap_days,
  r.minimum_gap_days,
  r.earlier_session_date,
  g.regions as day_regions,
  -- How many sessions elsewhere would make the denial right.
  if(r.verdict_reason = 'SESSIONS_ELSEWHERE_POSSIBLE', r.cap + 1 - r.counted_count, null) as elsewhere_count,
  r.is_history_whole,
  r.verdict,
  r.verdict_reason,
  case r.verdict when 'WRONG' then 'yes' when 'CORRECT' then 'no' else 'check' end as appeal
from ranked_verdict as r
left join patient_line as p
  on r.claim_line_key = p.claim_line_key
left join day_region as g
  on r.patient_key = g.patient_key
  and r.policy = g.policy
  and r.service_date = g.service_date
where r.deciding_rank = 1
