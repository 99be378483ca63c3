-- Grain: one change that a payer made for one code or more: a denial code given more often or seldom, or one share of what was expected, to the percent, in place of another; the largest loss first. Units: US dollars, codes, lines; shares 0..1. The month is the first of the codes'.
with change as (
  select
    *,
    cast(round(earlier_allowed_share, 2) as decimal(5,3)) as earlier_percent,
    cast(round(new_allowed_share, 2) as decimal(5,3)) as new_percent
  from int_policy_change
)
select
  policy_change,
  payer,
  min(change_month) as change_month,
  min(first_changed_service_date) as first_changed_service_date,
  denial_code,
  earlier_percent as earlier_allowed_share,
  new_percent as new_allowed_share,
  count(distinct hcpcs_code) as changed_code_count,
  cast(sum(changed_line_count) as int) as changed_line_count,
  cast(sum(policy_change_amount) as decimal(18,2)) as policy_change_amount
from change
group by policy_change, payer, denial_code, earlier_percent, new_percent
order by policy_change_amount nulls last, payer, policy_change, denial_code, new_allowed_share, earlier_allowed_share
