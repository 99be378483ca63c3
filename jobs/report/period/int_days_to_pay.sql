-- Grain: one payer, month and number of days from the first submission of a current claim line to its first payer's first payment, which came in that month. Units: days, lines.
select
  payer,
  date_format(paid_date, 'yyyy-MM') as payment_month,
  datediff(paid_date, first_submitted_date) as day_count,
  count(*) as line_count
from int_line_milestone
where paid_date >= first_submitted_date
group by payer, date_format(paid_date, 'yyyy-MM'), datediff(paid_date, first_submitted_date)
