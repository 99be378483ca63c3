-- Grain: one payer and payer class that a claim was sent to: after how many days from its first submission a line without an answer is late. Units: days: within which nine tenths, and half, of the lines that the payer first paid in the last year were paid; until there are enough of them the default, and no median.
with paid_day as (
  select
    m.payer,
    m.payer_class,
    datediff(m.paid_date, m.first_submitted_date) as day_count,
    count(*) as line_count
  from int_line_milestone as m
  cross join int_denial_date as a
  where m.paid_date >= m.first_submitted_date and m.paid_date > date_sub(a.denial_as_of_date, 365)
  group by m.payer, m.payer_class, datediff(m.paid_date, m.first_submitted_date)
),
running_day as (
  select
    payer,
    payer_class,
    day_count,
    sum(line_count) over (partition by payer, payer_class order by day_count rows between unbounded preceding and current row) as line_count_so_far,
    sum(line_count) over (partition by payer, payer_class) as line_count
  from paid_day
),
payer_day as (
  select
    payer,
    payer_class,
    min(day_count) filter (where line_count_so_far * 100 >= line_count * 50) as median_day_count,
    min(day_count) filter (where line_count_so_far * 100 >= line_count * 90) as ninetieth_day_count,
    max(line_count) as line_count
  from running_day
  group by payer, payer_class
),
preset as (
  select
    p.payer,
    p.payer_class,
    min_by(w.wait_days, struct(w.payer = '*', w.payer_class = '*')) as wait_days,
    min_by(w.least_line_count, struct(w.payer = '*', w.payer_class = '*')) as least_line_count
  from (select distinct payer, payer_class from int_billed_line) as p
  cross join int_denial_date as a
  inner join answer_wait as w
    on (w.payer = '*' or w.payer = p.payer) and (w.payer_class = '*' or w.payer_class = p.payer_class)
    and a.denial_as_of_date between w.effective_from_date and coalesce(w.effective_to_date, date'9999-12-31')
  group by p.payer, p.payer_class
)
select
  p.payer,
  p.payer_class,
  cast(if(d.line_count >= p.least_line_count, d.ninetieth_day_count, p.wait_days) as int) as wait_days,
  if(d.line_count >= p.least_line_count, d.median_day_count, null) as usual_median_day_count,
  coalesce(d.line_count >= p.least_line_count, false) as is_wait_measured
from preset as p
left join payer_day as d
  on p.payer = d.payer and p.payer_class = d.payer_class
