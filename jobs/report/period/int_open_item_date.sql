-- Grain: one row: the day as of which open items are open: the last of the report period, or the last payment date on file where that is earlier. Units: days.
select least(last_day(to_date(concat(:report_month, '-01'))), denial_as_of_date) as open_as_of_date
from int_denial_date
