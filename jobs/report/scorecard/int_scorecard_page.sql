-- Grain: one payer with a page: the practice file names it, and enough lines of the report period were answered, compared or paid. Units: none; the most charges first.
select
  cast(row_number() over (order by charge_amount desc, payer) as int) as page_number,
  payer
from int_scorecard
where period = 'this_period' and payer is not null and payer <> 'Unmapped payer'
  and greatest(first_answered_line_count, compared_line_count, first_paid_line_count) >= :small_number
