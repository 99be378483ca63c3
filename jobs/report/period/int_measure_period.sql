-- Grain: one period that a measure is shown for, and a month of it: the report period, the one before, the same one of the year before, the year to date, and the twelve months before the report period. Units: none; a balance of the first three is that of their end alone, of the others the mean of their months' ends.
select
  month,
  period,
  is_period_end or period in ('year_to_date', 'twelve_months') as is_balance_month
from int_measure_date
lateral view explode(array_compact(array(
  if(is_report_period, 'this_period', null),
  if(is_prior_period, 'prior_period', null),
  if(is_year_before, 'last_year', null),
  if(left(month, 4) = left(:report_month, 4), 'year_to_date', null),
  if(month < :period_first_month, 'twelve_months', null)
))) as period
