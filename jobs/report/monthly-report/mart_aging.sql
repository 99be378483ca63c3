-- Grain: one payer with lines in insurance A/R at the end of the report period, or on the last payment date on file where that is earlier. Units: US dollars charged, by days from the date of service, and US dollars expected to be allowed; expired_amount is not in A/R.
select *
from int_aging
order by receivable_amount desc, payer
