-- Grain: one series of allowed lines and share of the expectation that became the usual one at a step: the usual share, and the usual amount per unit, before and since. Units: US dollars; shares 0..1 and more.
with stepped_line as (
  select
    l.policy_series,
    s.policy_answer as step_answer,
    l.service_month >= s.clearest.change_month as is_after,
    l.allowed_share,
    l.unit_allowed_amount
  from int_policy_step as s
  inner join int_policy_line as l
    on s.policy_series = l.policy_series
  where l.answer_kind = 'ALLOWED' and s.clearest.after_answer_rate > s.clearest.before_answer_rate
),
allowed_count as (
  select policy_series, step_answer, is_after, allowed_share, unit_allowed_amount, count(*) as line_count
  from stepped_line
  group by policy_series, step_answer, is_after, allowed_share, unit_allowed_amount
),
usual_share as (
  select
    policy_series,
    step_answer,
    is_after,
    max_by(allowed_share, struct(line_count, - allowed_share)) as allowed_share
  from (
    select policy_series, step_answer, is_after, allowed_share, sum(line_count) as line_count
    from allowed_count
    group by policy_series, step_answer, is_after, allowed_share
  ) as share_count
  group by policy_series, step_answer, is_after
),
usual_amount as (
  select
    policy_series,
    step_answer,
    is_after,
    max_by(unit_allowed_amount, struct(line_count, - unit_allowed_amount)) as unit_allowed_amount,
    sum(line_count) as line_count
  from (
    select policy_series, step_answer, is_after, unit_allowed_amount, sum(line_count) as line_count
    from allowed_count
    group by policy_series, step_answer, is_after, unit_allowed_amount
  ) as amount_count
  group by policy_series, step_answer, is_after
)
select
  b.policy_series,
  b.step_answer as policy_answer,
  b.allowed_share as earlier_allowed_share,
  a.allowed_share as new_allowed_share,
  x.unit_allowed_amount as earlier_unit_allowed_amount,
  y.unit_allowed_amount as new_unit_allowed_amount
from usual_share as b
inner join usual_share as a
  on b.policy_series = a.policy_series and b.step_answer = a.step_answer and not b.is_after and a.is_after
inner join usual_amount as x
  on b.policy_series = x.policy_series and b.step_answer = x.step_answer and not x.is_after
inner join usual_amount as y
  on b.policy_series = y.policy_series and b.step_answer = y.step_answer and y.is_after
left join (
  select policy_series, step_answer, unit_allowed_amount, sum(line_count) as line_count
  from allowed_count
  where not is_after
  group by policy_series, step_answer, unit_allowed_amount
) as same
  on y.policy_series = same.policy_series and y.step_answer = same.step_answer and y.unit_allowed_amount = same.unit_allowed_amount
where cast(a.allowed_share as string) = b.step_answer
  and abs(a.allowed_share - b.allowed_share) >= :least_share_step
  -- Where the payer allowed the same cents before, it is the expectation that changed.
  and coalesce(same.line_count, 0) * 10 <= x.line_count
