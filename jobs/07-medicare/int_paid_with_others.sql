-- Grain: one price request of a service that the physician fee schedule pays only alone, on a day on which it pays something else. What is not paid in its setting or role leaves it alone; so does another that is paid only alone.
with member as (
  select
    r.price_key,
    r.scenario,
    s.is_paid_only_alone and not array_contains(q.left_out_rules, 'paid_only_alone') as is_paid_only_alone,
    max(
      s.is_payable and not s.is_paid_only_alone and u.pricing_status not in ('NOT_PAYABLE_IN_SETTING', 'SURGEON_ROLE_NOT_PAID')
    ) over (partition by r.day_service_key, r.scenario) as is_with_others
  from int_price_request as r
  inner join int_unit_fee as u
    on r.service_key = u.service_key and r.scenario = u.scenario
  inner join int_service_request as q
    on r.service_key = q.service_key and r.scenario = q.scenario
  inner join fee_status as s
    on u.status_code = s.status_code
  where r.day_service_key is not null and u.payment_system = 'physician'
)
select price_key, scenario
from member
where is_paid_only_alone and is_with_others
