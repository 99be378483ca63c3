-- Grain: one payer and term that could be changed, all else as it is: what it is worth over the period's lines. Units: US dollars a period; rates by Medicare move with each line's own multiple.
with lever as (
  select payer, 'Ten points of Medicare more on every code' as lever, 1 as ordinal,
    sum(medicare_fee_amount * 0.1 * line_count) as change_amount,
    sum(line_count) as line_count
  from int_scenario_volume
  group by payer
  union all
  select payer, 'No reduction for several procedures a day', 2,
    sum((unreduced_fee_amount - medicare_fee_amount) * multiple * line_count),
    sum(line_count) filter (where unreduced_fee_amount <> medicare_fee_amount)
  from int_scenario_volume
  group by payer
  union all
  select payer, concat('Medicare as of ', :fixed_year, ' in place of the current year'), 3,
    sum((fixed_year_fee_amount - medicare_fee_amount) * multiple * line_count),
    sum(line_count) filter (where fixed_year_fee_amount <> medicare_fee_amount)
  from int_scenario_volume
  group by payer
  union all
  select payer, concat('Work RVUs of ', :fixed_year, ' kept'), 4,
    sum((earlier_work_fee_amount - medicare_fee_amount) * multiple * line_count),
    sum(line_count) filter (where earlier_work_fee_amount <> medicare_fee_amount)
  from int_scenario_volume
  group by payer
  union all
  select payer, 'Every code at Medicare or above', 5,
    sum((medicare_fee_amount - allowed_amount) * line_count) filter (where allowed_amount < medicare_fee_amount),
    sum(line_count) filter (where allowed_amount < medicare_fee_amount)
  from int_scenario_volume
  group by payer
  union all
  select payer, 'The contract as it is written', 6,
    sum((expected_allowed_amount - allowed_amount) * line_count) filter (where expected_status = 'PRICED' and allowed_amount < expected_allowed_amount),
    sum(line_count) filter (where expected_status = 'PRICED' and allowed_amount < expected_allowed_amount)
  from int_scenario_volume
  group by payer
)
select
  payer,
  ordinal,
  lever,
  cast(round(coalesce(change_amount, 0), 2) as decimal(18,2)) as change_amount,
  coalesce(line_count, 0) as line_count
from lever
order by payer, abs(change_amount) desc nulls last, ordinal
