-- Grain: one payer, payer class and day of a service or of an answer: the appeal window of an answer and the filing limit of a service of that day, the payer's own before its class's before the default. Units: days, calendar months.
with asked_day as (
  select payer, payer_class, service_date as asked_date
  from int_judged_line
  where service_date is not null
  union
  select payer, payer_class, payment_date
  from int_judged_line
  where is_underpaid and payment_date is not null
),
window_of_day as (
  select
    a.payer,
    a.payer_class,
    a.asked_date,
    min_by(w.appeal_days, struct(w.payer = '*', w.payer_class = '*')) as appeal_days,
    min_by(w.payer = '*' and w.payer_class = '*', struct(w.payer = '*', w.payer_class = '*')) as is_appeal_window_default
  from asked_day as a
  inner join appeal_window as w
    on (w.payer = '*' or w.payer = a.payer) and (w.payer_class = '*' or w.payer_class = a.payer_class)
    and a.asked_date between w.effective_from_date and coalesce(w.effective_to_date, date'9999-12-31')
  group by a.payer, a.payer_class, a.asked_date
),
limit_of_day as (
  select
    a.payer,
    a.payer_class,
    a.asked_date,
    min_by(f.filing_months, struct(f.payer = '*', f.payer_class = '*')) as filing_months
  from asked_day as a
  inner join filing_limit as f
    on (f.payer = '*' or f.payer = a.payer) and (f.payer_class = '*' or f.payer_class = a.payer_class)
    and a.asked_date between f.effective_from_date and coalesce(f.effective_to_date, date'9999-12-31')
  group by a.payer, a.payer_class, a.asked_date
)
select
  a.payer,
  a.payer_class,
  a.asked_date,
  w.appeal_days,
  w.is_appeal_window_default,
  l.filing_months
from asked_day as a
left join window_of_day as w
  on a.payer = w.payer and a.payer_class = w.payer_class and a.asked_date = w.asked_date
left join limit_of_day as l
  on a.payer = l.payer and a.payer_class = l.payer_class and a.asked_date = l.asked_date
