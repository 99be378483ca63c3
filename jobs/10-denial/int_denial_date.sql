-- Grain: one row: the day as of which a denial is open or closed. The as-of date; of a report that takes every answer on file, the last payment date on file.
select if(:as_of_date = date'9999-12-31', coalesce(max(payment_date), :as_of_date), :as_of_date) as denial_as_of_date
from payment
