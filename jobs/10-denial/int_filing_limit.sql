-- Grain: one payer, payer class and day from which a claim line of it is aged: its filing limit, the payer's own before its class's before the default. Units: calendar months; filing_deadline_date is the last day to file, and the limit is past from the day after.
with aged_day as (
  select payer, payer_class, coalesce(service_date, billed_date) as aged_from_date
  from int_line_milestone
  union
  select payer, payer_class, coalesce(service_date, submitted_date)
  from int_billed_line
  where payer_sequence <> 'P'
),
limit_of_day as (
  select
    a.payer,
    a.payer_class,
    a.aged_from_date,
    min_by(w.filing_months, struct(w.payer = '*', w.payer_class = '*')) as filing_months
  from aged_day as a
  inner join filing_limit as w
    on (w.payer = '*' or w.payer = a.payer) and (w.payer_class = '*' or w.payer_class = a.payer_class)
    and a.aged_from_date between w.effective_from_date and coalesce(w.effective_to_date, date'9999-12-31')
  group by a.payer, a.payer_class, a.aged_from_date
)
select
  payer,
  payer_class,
  aged_from_date,
  filing_months,
  add_months(aged_from_date, filing_months) as filing_deadline_date
from limit_of_day
