-- Grain: one payer, payer class and day of an answer: the appeal window of that day, the payer's own before its class's before the default. Units: days; appeal_by_date is the last day to appeal that answer, and the window is closed from the day after.
with answered_day as (
  select payer, payer_class, payment_date as answered_date
  from int_adjudicated_line
  where payment_date is not null
  union
  select l.payer, l.payer_class, e.denial_date
  from int_denial_event as e
  inner join int_adjudicated_line as l
    on e.claim_line_key = l.claim_line_key
  where e.denial_date is not null
),
window_of_day as (
  select
    a.payer,
    a.payer_class,
    a.answered_date,
    min_by(
      struct(w.appeal_days, w.payer = '*' and w.payer_class = '*' as is_default),
      struct(w.payer = '*', w.payer_class = '*')
    ) as appeal
  from answered_day as a
  inner join appeal_window as w
    on (w.payer = '*' or w.payer = a.payer) and (w.payer_class = '*' or w.payer_class = a.payer_class)
    and a.answered_date between w.effective_from_date and coalesce(w.effective_to_date, date'9999-12-31')
  group by a.payer, a.payer_class, a.answered_date
)
select
  payer,
  payer_class,
  answered_date,
  appeal.appeal_days,
  appeal.is_default as is_appeal_window_default,
  date_add(answered_date, appeal.appeal_days) as appeal_by_date
from window_of_day
