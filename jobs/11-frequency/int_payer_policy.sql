-- Grain: one payer and a policy on frequency that it has, or one payer that has none (assigned_by none): what the practice says of it, else what its class has.
with payer as (
  select distinct
    payer,
    payer_class
  from practice_payer
),
assigned_policy as (
  select
    p.payer,
    p.payer_class,
    s.policy,
    date'0001-01-01' as effective_from_date,
    date'9999-12-31' as effective_to_date,
    'practice' as assigned_by
  from payer as p
  inner join practice_frequency_policy as s
    on p.payer = s.payer
  where s.policy is not null
  union all
  select
    p.payer,
    p.payer_class,
    d.policy,
    d.effective_from_date,
    coalesce(d.effective_to_date, date'9999-12-31'),
    'default'
  from payer as p
  inner join frequency_policy_default as d
    on p.payer_class = d.payer_class
  left anti join practice_frequency_policy as s
    on p.payer = s.payer
)
select * from assigned_policy
union all
select
  p.payer,
  p.payer_class,
  cast(null as string),
  date'0001-01-01',
  date'9999-12-31',
  'none'
from payer as p
left anti join assigned_policy as a
  on p.payer = a.payer
