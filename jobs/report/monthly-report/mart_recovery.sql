-- Grain: one row where any claim was ever sent to its payer from the worklist: what came back since, and what is still out, by all answers on file. Units: claims, US dollars; recovered amounts are below zero where payers took more back than came.
with sent as (
  select count(distinct concat(billing_npi, ' ', worklist_claim_key, ' ', payer)) as sent_claim_count
  from int_worklist_sent
),
recovered as (
  select
    sum(recovered_amount) filter (where payment_month between :period_first_month and :report_month) as period_recovered_amount,
    sum(recovered_amount) as recovered_amount
  from int_recovered_line
),
-- What was refused since, or taken back, is out no more.
out as (
  select
    s.billing_npi,
    s.worklist_claim_key,
    s.payer,
    sum(s.still_out_amount) as still_out_amount,
    count_if(s.asked_amount is null) as without_amount_line_count
  from int_sent_line as s
  inner join int_worklist_state as w
    on s.billing_npi = w.billing_npi and s.worklist_claim_key = w.worklist_claim_key and s.payer = w.payer
  where w.worklist_status = 'SENT'
  group by s.billing_npi, s.worklist_claim_key, s.payer
),
still_out as (
  select
    count(*) as out_claim_count,
    sum(still_out_amount) as still_out_amount,
    coalesce(sum(without_amount_line_count), 0) as without_amount_line_count
  from out
),
next_step as (
  select
    count(*) as next_step_claim_count,
    min(w.next_step_date) as first_next_step_date
  from int_worklist_state as w
  cross join int_denial_date as d
  where w.next_step_date <= d.denial_as_of_date and w.worklist_status in ('NEW', 'IN_REVIEW', 'SENT')
)
select
  cast(s.sent_claim_count as int) as sent_claim_count,
  cast(coalesce(r.period_recovered_amount, 0) as decimal(18,2)) as period_recovered_amount,
  cast(coalesce(r.recovered_amount, 0) as decimal(18,2)) as recovered_to_date_amount,
  cast(o.out_claim_count as int) as out_claim_count,
  cast(if(o.out_claim_count = 0, 0, o.still_out_amount) as decimal(18,2)) as still_out_amount,
  cast(o.without_amount_line_count as bigint) as without_amount_line_count,
  cast(n.next_step_claim_count as int) as next_step_claim_count,
  n.first_next_step_date,
  d.denial_as_of_date
from sent as s
cross join recovered as r
cross join still_out as o
cross join next_step as n
cross join int_denial_date as d
where s.sent_claim_count > 0
order by sent_claim_count
