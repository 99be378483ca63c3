-- Grain: one measure of a payer that has a page. Units: value columns are days or 0..1 by unit, numerator over denominator, lines or US dollars by measured_in; prior is the twelve months before the report period. Null where not known or of too few lines, never zero.
with measure as (
  select * from values
    (1, 'FIRST_PASS_YIELD', 'rate', 'LINES'),
    (2, 'INITIAL_DENIAL_RATE', 'rate', 'LINES'),
    (3, 'FINAL_DENIAL_RATE', 'rate', 'LINES'),
    (4, 'OVERTURN_RATE', 'rate', 'LINES'),
    (5, 'UNDERPAID_LINE_RATE', 'rate', 'LINES'),
    (6, 'UNDERPAID_DOLLAR_RATE', 'rate', 'EXPECTED_ALLOWED'),
    (7, 'PAID_SHARE', 'rate', 'EXPECTED_ALLOWED'),
    (8, 'ALLOWED_SHARE', 'rate', 'EXPECTED_ALLOWED'),
    (9, 'YIELD', 'rate', 'EXPECTED_ALLOWED'),
    (10, 'REWORK_COST', 'rate', 'EXPECTED_ALLOWED'),
    (11, 'DELAY_COST', 'rate', 'EXPECTED_ALLOWED'),
    (12, 'NET_YIELD', 'rate', 'EXPECTED_ALLOWED'),
    (13, 'MEDIAN_DAYS_TO_PAY', 'days', 'LINES'),
    (14, 'DAYS_TO_PAY_90TH_PERCENTILE', 'days', 'LINES')
    as measure(place, measure, unit, measured_in)
)
select
  p.page_number,
  p.payer,
  s.measure,
  s.unit,
  s.measured_in,
  t.value as this_period_value,
  t.numerator,
  t.denominator,
  coalesce(t.line_count, 0) as measured_line_count,
  coalesce(t.few_lines, 'TOO_FEW') as few_lines,
  b.value as twelve_month_value,
  b.numerator as twelve_month_numerator,
  b.denominator as twelve_month_denominator,
  coalesce(b.line_count, 0) as twelve_month_line_count,
  coalesce(b.few_lines, 'TOO_FEW') as twelve_month_few_lines
from int_scorecard_page as p
cross join measure as s
left join int_scorecard_measure as t
  on p.payer = t.payer and t.period = 'this_period' and s.measure = t.measure
left join int_scorecard_measure as b
  on p.payer = b.payer and b.period = 'twelve_months' and s.measure = b.measure
order by p.page_number, s.place, s.measure
