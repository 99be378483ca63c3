-- Grain: one period, setting and payer. Units: US dollars; expected, allowed and paid by the first payer are of compared lines only, so that both sides hold the same lines, and null where none was. By payment date, paid is the period's cash on claim lines.
select *
from int_variance
order by report_period, setting, payer
