-- Grain: one group code, reason, denial group and day of the first payer's denials that a named signal fits. Of several rows that fit, the one that names more wins: the reason first, then the denial group.
with denied_reason as (
  -- A denial without a day is judged as of the as-of date: never by the day of the run.
  select distinct
    denial_group_code,
    denial_reason_code,
    denial_group,
    coalesce(payment_date, :as_of_date) as known_date
  from int_first_payer_answer
  where denial_kind is not null
)
select
  k.denial_group_code,
  k.denial_reason_code,
  k.denial_group,
  k.known_date,
  min_by(s.signal, struct(s.reason_code = '*', s.denial_group = '*', s.group_code = '*', s.signal)) as signal
from denied_reason as k
inner join denial_signal as s
  on (s.group_code = '*' or s.group_code = k.denial_group_code)
  and (s.reason_code = '*' or s.reason_code = k.denial_reason_code)
  and (s.denial_group = '*' or s.denial_group = k.denial_group)
  and k.known_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
group by k.denial_group_code, k.denial_reason_code, k.denial_group, k.known_date
