-- Grain: one period that a measure is shown for, and a month of it: the report month, the month before, the same month of the year before, the year to date, and the twelve months before the report month. Units: none.
select
  month,
  period
from int_measure_date
lateral view explode(array_compact(array(
  if(month = :report_month, 'this_month', null),
  if(month = date_format(add_months(to_date(concat(:report_month, '-01')), -1), 'yyyy-MM'), 'prior_month', null),
  if(month = :first_month, 'last_year', null),
  if(left(month, 4) = left(:report_month, 4), 'year_to_date', null),
  if(month < :report_month, 'twelve_months', null)
))) as period
