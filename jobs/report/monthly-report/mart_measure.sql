-- Grain: one measure. Units: value columns are days or 0..1 by unit, numerator over denominator; of several months, the sum of the numerators over that of the denominators; the mean is of the twelve months before the report period. Null where not known, never zero: not_known_reason says why of the report period.
with measure as (
  select * from values
    (1, 'NET_DAYS_IN_AR', 'days', 'EXPECTED_ALLOWED', 'MONTH_END', false, null),
    (2, 'GROSS_DAYS_IN_AR', 'days', 'CHARGES', 'MONTH_END', false, null),
    (3, 'AR_OVER_90_DAYS', 'rate', 'CHARGES', 'MONTH_END', false, null),
    (4, 'AR_OVER_120_DAYS', 'rate', 'CHARGES', 'MONTH_END', false, null),
    (5, 'INSURANCE_NET_COLLECTION_RATE', 'rate', 'EXPECTED_PAYMENTS', 'SERVICE_FOUR_MONTHS_BEFORE', true, null),
    (6, 'NET_COLLECTION_RATE', 'rate', null, null, true, 'NEEDS_PATIENT_PAYMENTS'),
    (7, 'CLEAN_CLAIM_RATE', 'rate', null, null, true, 'NEEDS_CLAIM_EDITS'),
    (8, 'FIRST_PASS_YIELD', 'rate', 'LINES', 'FIRST_ANSWER', true, null),
    (9, 'INITIAL_DENIAL_RATE', 'rate', 'LINES', 'FIRST_ANSWER', false, null),
    (10, 'INITIAL_DENIAL_RATE_CHARGES', 'rate', 'CHARGES', 'FIRST_ANSWER', false, null),
    (11, 'FINAL_DENIAL_RATE', 'rate', 'LINES', 'DENIAL_OUTCOME', false, null),
    (12, 'MEDIAN_DAYS_TO_PAY', 'days', 'LINES', 'FIRST_PAYMENT', false, null),
    (13, 'DAYS_TO_PAY_90TH_PERCENTILE', 'days', 'LINES', 'FIRST_PAYMENT', false, null),
    (14, 'CHARGE_LAG', 'days', 'DAYS_AND_LINES', 'FIRST_SUBMISSION', false, null)
    as measure(place, measure, unit, measured_in, month_basis, is_higher_better, gap)
),
period_quotient as (
  select
    q.measure,
    p.period,
    cast(sum(q.numerator) as decimal(18,2)) as numerator,
    cast(sum(q.divisor) as decimal(18,8)) as divisor,
    sum(q.line_count) as line_count,
    sum(q.without_amount_line_count) as without_amount_line_count,
    count(q.divisor) as month_count,
    max(q.not_known_reason) as gap
  from int_measure_quotient as q
  inner join measure as s
    on q.measure = s.measure
  inner join int_measure_period as p
    on q.month = p.month and (p.is_balance_month or s.month_basis <> 'MONTH_END')
  group by q.measure, p.period
),
period_value as (
  select
    measure,
    period,
    cast(try_divide(cast(numerator as decimal(14,2)), divisor) as decimal(18,10)) as value,
    numerator,
    divisor,
    line_count,
    without_amount_line_count,
    month_count,
    gap
  from period_quotient
  union all
  select 'MEDIAN_DAYS_TO_PAY', period, cast(median_day_count as decimal(18,10)), null, null, paid_line_count, 0, month_count, null
  from int_payment_percentile
  union all
  select 'DAYS_TO_PAY_90TH_PERCENTILE', period, cast(ninetieth_day_count as decimal(18,10)), null, null, paid_line_count, 0, month_count, null
  from int_payment_percentile
),
measured as (
  select
    measure,
    max(value) filter (where period = 'this_period') as this_period_value,
    max(value) filter (where period = 'prior_period') as prior_period_value,
    max(value) filter (where period = 'last_year') as last_year_value,
    max(value) filter (where period = 'year_to_date') as year_to_date_value,
    max(value) filter (where period = 'twelve_months') as twelve_month_value,
    max(month_count) filter (where period = 'twelve_months') as mean_month_count,
    max(numerator) filter (where period = 'this_period') as numerator,
    max(divisor) filter (where period = 'this_period') as divisor,
    max(line_count) filter (where period = 'this_period') as line_count,
    max(without_amount_line_count) filter (where period = 'this_period') as without_amount_line_count,
    max(gap) filter (where period = 'this_period') as gap
  from period_value
  group by measure
)
select
  s.measure,
  s.unit,
  v.this_period_value,
  v.prior_period_value,
  v.last_year_value,
  v.year_to_date_value,
  v.twelve_month_value,
  cast(if(s.gap is null, coalesce(v.mean_month_count, 0), null) as bigint) as mean_month_count,
  t.target_value,
  case
    when v.this_period_value is null or t.target_value is null then null
    when v.this_period_value = t.target_value then 'ON_TARGET'
    when (v.this_period_value > t.target_value) = s.is_higher_better then 'BETTER'
    else 'WORSE'
  end as target_standing,
  v.numerator,
  cast(v.divisor as decimal(18,2)) as denominator,
  cast(if(s.gap is null, coalesce(v.line_count, 0), null) as bigint) as measured_line_count,
  cast(if(s.gap is null, coalesce(v.without_amount_line_count, 0), null) as bigint) as without_amount_line_count,
  s.measured_in,
  case
    when s.month_basis = 'FIRST_ANSWER' and :date_basis = 'service' then 'SERVICE'
    when s.month_basis = 'MONTH_END' then concat(:period_unit, '_END')
    else s.month_basis
  end as month_basis,
  case
    when s.gap is not null then s.gap
    when v.this_period_value is null then coalesce(v.gap, 'NO_LINES')
  end as not_known_reason
from measure as s
left join measured as v
  on s.measure = v.measure
left join practice_target as t
  on s.measure = t.measure
order by s.place, s.measure
