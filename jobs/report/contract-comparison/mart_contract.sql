-- Grain: one payer and contract file that holds for it: its terms, renewal and notice as its file states them; null where it does not. due_soon_days is how long before its day something of it is listed as due. Units: days.
with payer_of_contract as (
  select payer, contract
  from contract_payer
  group by payer, contract
)
select
  p.payer,
  c.contract_name,
  c.effective_from_date,
  c.effective_to_date,
  c.lesser_of,
  c.ladder,
  c.renewal_date,
  c.notice_days,
  cast(date_sub(coalesce(c.renewal_date, c.effective_to_date), c.notice_days) as date) as notice_date,
  t.due_soon_days
from contract as c
inner join payer_of_contract as p
  on c.contract = p.contract
left join deadline_notice as t
  on t.deadline = 'CONTRACT' and :as_of_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
where not c.is_proposal
order by coalesce(c.renewal_date, c.effective_to_date) nulls last, p.payer, c.contract_name
