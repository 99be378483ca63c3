-- Grain: one line that was sent to its payer, and a day: what its answers up to the end of that day had allowed, and what was allowed before that day of those that are asked. Units: US dollars; nothing answered is nothing allowed.
with allowed as (
  select
    e.sent_line_key,
    e.standing_date,
    sum(e.allowed_amount) as allowed_amount
  from int_sent_standing_answer as s
  inner join int_sent_event as e
    on s.claim_line_key = e.claim_line_key and s.remit_claim_key = e.remit_claim_key
    and s.event_order = e.event_order and e.is_live
  where s.is_in_force
  group by e.sent_line_key, e.standing_date
)
select
  d.sent_line_key as claim_line_key,
  d.standing_date,
  cast(coalesce(a.allowed_amount, 0) as decimal(12,2)) as standing_allowed_amount,
  cast(lag(coalesce(a.allowed_amount, 0)) over (partition by d.sent_line_key order by d.standing_date) as decimal(12,2)) as earlier_allowed_amount
from int_sent_day as d
left join allowed as a
  on d.sent_line_key = a.sent_line_key and d.standing_date = a.standing_date
