-- Grain: one payer and limit on frequency that it has on the day of the run, or one payer that has none. Units: sessions or injections, as the limit says.
with assigned_policy as (
  select *
  from int_payer_policy
  where policy is null or cast(:as_of_date as date) between effective_from_date and effective_to_date
),
policy_limit as (
  select
    a.payer,
    a.payer_class,
    a.assigned_by,
    l.*
  from assigned_policy as a
  inner join frequency_policy as l
    on a.policy = l.policy
    and cast(:as_of_date as date) between l.effective_from_date and coalesce(l.effective_to_date, date'9999-12-31')
)
select
  p.payer,
  p.payer_class,
  coalesce(l.assigned_by, 'none') as assigned_by,
  l.policy,
  l.title,
  l.limit_name,
  l.unit,
  l.window_months,
  l.window_days,
  l.cap,
  l.same_day_rule,
  l.session_region_cap,
  l.minimum_gap_days,
  l.gap_rule,
  l.reset_rule,
  l.counts,
  l.effective_from_date as policy_from_date,
  l.source
from (select distinct payer, payer_class from int_payer_policy) as p
left join policy_limit as l
  on p.payer = l.payer
order by p.payer, l.policy, l.limit_name
