-- Grain: one payer of the practice file that its class has a target for. Units: target_multiple is the multiple of Medicare that is aimed at; rates by law have none, and neither has a class of which nothing is said.
with class_target as (
  select
    payer,
    payer_class,
    case payer_class
      when 'commercial' then cast(:commercial_target as decimal(9,4))
      when 'medicare_advantage' then cast(:medicare_advantage_target as decimal(9,4))
      when 'workers_compensation' then cast(:workers_compensation_target as decimal(9,4))
      when 'other' then cast(:other_target as decimal(9,4))
    end as target_multiple
  from practice_payer
  group by payer, payer_class
)
-- A parameter has no null: zero stands for a class without a target.
select
  payer,
  payer_class,
  target_multiple
from class_target
where target_multiple > 0
