-- Grain: one payer with negotiated rates and term that could be changed, all else as it is: what it is worth over the period's lines. Units: US dollars a period, null where not one line could be priced; lines that could not be are left out and counted; rates by Medicare move with each line's own multiple.
with negotiated_volume as (
  -- Nobody negotiates what the law sets.
  select *
  from int_scenario_volume
  where payer_class is null or payer_class not in ('medicare', 'medicaid')
),
lever_volume as (
  select payer, 'Ten points of Medicare more on every code' as lever, 1 as ordinal, line_count,
    medicare_fee_amount * 0.1 as line_change_amount
  from negotiated_volume
  -- Such a plan is paid what Medicare pays: it does not give ten points more.
  where payer_class is null or payer_class <> 'medicare_advantage'
  union all
  select payer, 'No reduction for several procedures a day', 2, line_count,
    (unreduced_fee_amount - medicare_fee_amount) * multiple
  from negotiated_volume
  union all
  select payer, concat('Medicare as of ', :fixed_year, ' in place of the current year'), 3, line_count,
    (fixed_year_fee_amount - medicare_fee_amount) * multiple
  from negotiated_volume
  union all
  select payer, concat('Work RVUs of ', :fixed_year, ' kept'), 4, line_count,
    (earlier_work_fee_amount - medicare_fee_amount) * multiple
  from negotiated_volume
  union all
  select payer, 'Every code at Medicare or above', 5, line_count,
    greatest(medicare_fee_amount - allowed_amount, 0)
  from negotiated_volume
  union all
  select payer, 'The contract as it is written', 6, line_count,
    if(expected_status = 'PRICED' and expected_allowed_amount is not null, greatest(expected_allowed_amount - allowed_amount, 0), null)
  from negotiated_volume
)
select
  payer,
  ordinal,
  lever,
  cast(round(sum(line_change_amount * line_count), 2) as decimal(18,2)) as change_amount,
  coalesce(sum(line_count) filter (where line_change_amount <> 0), 0) as line_count,
  coalesce(sum(line_count) filter (where line_change_amount is null), 0) as unpriced_line_count
from lever_volume
group by payer, ordinal, lever
order by payer, abs(change_amount) desc nulls last, ordinal
