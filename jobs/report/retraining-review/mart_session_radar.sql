-- Grain: one patient, policy and region with a session in a window that ends on the day of the run, by the limit that binds most. Units: sessions or injections, as the limit says; performed ones count, paid or not. claim_id is of the latest session. A patient's number is of this run only.
with judged_window as (
  select
    w.*,
    w.own_count + w.performed_before_count as performed_count,
    case
      when w.own_count + w.performed_before_count > w.cap then 'OVER'
      when w.own_count + w.performed_before_count = w.cap then 'AT'
      when w.gap_rule = 'limit' and date_add(w.last_session_date, w.minimum_gap_days) > w.asked_date then 'TOO_SOON'
      else 'UNDER'
    end as status
  from int_session_window as w
  where w.asked_for = 'as_of' and w.own_count + w.performed_before_count > 0
),
binding_limit as (
  select
    *,
    max(next_allowed_date) over (partition by patient_key, policy, region) as last_allowed_date,
    row_number() over (
      partition by patient_key, policy, region
      order by array_position(array('OVER', 'AT', 'TOO_SOON', 'UNDER'), status), cap - performed_count, limit_name
    ) as binding_rank
  from judged_window
),
session_claim as (
  select
    l.patient_key,
    l.policy,
    l.region,
    l.service_date,
    min(c.claim_id) as claim_id
  from int_session_line as l
  inner join int_adjudicated_line as c
    on l.claim_line_key = c.claim_line_key
  group by l.patient_key, l.policy, l.region, l.service_date
)
select
  c.claim_id,
  p.patient,
  b.payer,
  b.policy,
  b.title,
  b.region,
  b.limit_name,
  b.unit,
  b.window_from_date,
  b.asked_date as as_of_date,
  b.performed_count,
  cast(b.paid_before_count + if(s.is_paid and s.payer = b.payer and s.service_date = b.asked_date, b.own_count, 0) as int) as paid_count,
  b.cap,
  greatest(b.cap - b.performed_count, 0) as left_count,
  b.session_dates,
  b.last_session_date,
  b.minimum_gap_days,
  b.gap_rule,
  b.last_allowed_date as next_allowed_date,
  b.status,
  s.rendering_npi,
  s.physician,
  b.is_history_whole,
  b.policy_from_date,
  b.source
from binding_limit as b
inner join int_patient as p
  on b.patient_key = p.patient_key
inner join int_session as s
  on b.patient_key = s.patient_key
  and b.policy = s.policy
  and b.region = s.region
  and b.last_session_date = s.service_date
inner join session_claim as c
  on b.patient_key = c.patient_key
  and b.policy = c.policy
  and b.region = c.region
  and b.last_session_date = c.service_date
where b.binding_rank = 1
order by array_position(array('OVER', 'AT', 'TOO_SOON', 'UNDER'), b.status), b.last_allowed_date, p.patient_number, p.patient, b.policy, b.region
