-- Grain: one month that the report looks back to: insurance A/R at its end, and what was billed in a day of the three months to that day. Units: US dollars charged and expected to be allowed; lines.
with billed_day as (
  select
    billed_date,
    sum(charge_amount) as charge_amount,
    sum(expected_allowed_amount) as expected_allowed_amount
  from int_line_milestone
  where billed_date is not null
  group by billed_date
),
receivable as (
  select
    m.month,
    sum(r.charge_amount) as charge_amount,
    sum(r.charge_amount) filter (where datediff(m.receivable_as_of_date, r.aged_from_date) > 90) as charge_amount_over_90,
    sum(r.charge_amount) filter (where datediff(m.receivable_as_of_date, r.aged_from_date) > 120) as charge_amount_over_120,
    sum(r.expected_allowed_amount) as expected_allowed_amount,
    count(*) as line_count,
    count(r.expected_allowed_amount) as expected_line_count
  from int_measure_date as m
  inner join int_receivable as r
    on r.receivable_from_date <= m.receivable_as_of_date and coalesce(r.receivable_to_date > m.receivable_as_of_date, true)
  where r.receivable_kind <> 'EXPIRED'
  group by m.month
),
revenue as (
  select
    m.month,
    cast(sum(b.charge_amount) as decimal(18,2)) as charge_amount,
    cast(sum(b.expected_allowed_amount) as decimal(18,2)) as expected_allowed_amount
  from int_measure_date as m
  inner join billed_day as b
    on b.billed_date between m.revenue_from_date and m.receivable_as_of_date
  group by m.month
)
select
  m.month,
  cast(coalesce(r.charge_amount, 0) as decimal(18,2)) as receivable_charge_amount,
  cast(coalesce(r.charge_amount_over_90, 0) as decimal(18,2)) as receivable_charge_amount_over_90,
  cast(coalesce(r.charge_amount_over_120, 0) as decimal(18,2)) as receivable_charge_amount_over_120,
  cast(coalesce(r.expected_allowed_amount, 0) as decimal(18,2)) as receivable_expected_amount,
  coalesce(r.line_count, 0) as receivable_line_count,
  coalesce(r.expected_line_count, 0) as receivable_expected_line_count,
  cast(try_divide(v.charge_amount, datediff(m.receivable_as_of_date, m.revenue_from_date) + 1) as decimal(18,8)) as daily_charge_amount,
  cast(try_divide(v.expected_allowed_amount, datediff(m.receivable_as_of_date, m.revenue_from_date) + 1) as decimal(18,8)) as daily_expected_amount
from int_measure_date as m
left join receivable as r
  on m.month = r.month
left join revenue as v
  on m.month = v.month
