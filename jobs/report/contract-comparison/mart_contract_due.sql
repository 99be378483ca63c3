-- Grain: one payer, contract and day on which something of it is due in the days of deadline_notice after the period's last day. Units: days from that day.
with payer_of_contract as (
  select payer, contract
  from contract_payer
  group by payer, contract
),
contract_event as (
  select contract, 'NOTICE_DUE' as due_event, cast(date_sub(coalesce(renewal_date, effective_to_date), notice_days) as date) as due_date
  from contract
  where notice_days is not null
  union all
  select contract, 'RENEWS', renewal_date
  from contract
  where renewal_date is not null
  union all
  select contract, 'ENDS', effective_to_date
  from contract
  where effective_to_date is not null
  union all
  select contract, 'INCREASE_STARTS', effective_from_date
  from contract_escalator
  group by contract, effective_from_date
)
select
  p.payer,
  c.contract_name,
  e.due_event,
  e.due_date,
  datediff(e.due_date, :as_of_date) as days_left
from contract_event as e
inner join contract as c
  on e.contract = c.contract
inner join payer_of_contract as p
  on e.contract = p.contract
inner join deadline_notice as t
  on t.deadline = 'CONTRACT' and :as_of_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
where not c.is_proposal
  and e.due_date between :as_of_date and date_add(:as_of_date, t.due_soon_days)
order by e.due_date, p.payer, c.contract_name, e.due_event
