-- Grain: one current claim line, payer and kind of overpayment that the files show by the end of the report period. Units: US dollars in the practice's hands beyond what is due, by all answers on file; what a reversal gave back is not in it.
with live_payment as (
  select
    e.claim_line_key,
    e.payer_sequence,
    e.event_order,
    e.payment_date,
    coalesce(e.payer_id, '') as payer_id,
    n.payer,
    e.is_correction,
    e.charge_amount,
    e.paid_amount,
    e.allowed_amount,
    row_number() over (partition by e.claim_line_key, e.payer_sequence order by e.event_order) as place
  from int_line_event as e
  left join int_remit_payer as n
    on coalesce(e.payer_id, '') = n.payer_id
  where e.is_live and e.paid_amount > 0
),
payer_payment as (
  select
    claim_line_key,
    payer_sequence,
    count(*) as payment_count,
    count(distinct coalesce(payer, payer_id)) as payer_count,
    max(is_correction and place > 1) as is_corrected,
    min(payment_date) as first_paid_date,
    min(payment_date) filter (where place = 2) as second_paid_date,
    max_by(payer, event_order) as last_payer,
    max(allowed_amount) as allowed_amount
  from live_payment
  group by claim_line_key, payer_sequence
),
-- The same once more of a later payer.
later_repeat as (
  select
    claim_line_key,
    payer_sequence,
    sum(repeated_amount) as repeated_amount
  from (
    select
      claim_line_key,
      payer_sequence,
      (count(*) - 1) * paid_amount as repeated_amount
    from live_payment
    where payer_sequence > 'P' and not is_correction
    group by claim_line_key, payer_sequence, charge_amount, paid_amount
    having count(*) > 1
  ) as r
  group by claim_line_key, payer_sequence
),
line as (
  select *
  from int_adjudicated_line
  where line_status = 'current'
),
paid_again as (
  select
    l.claim_line_key,
    coalesce(p.last_payer, l.payer) as payer,
    case
      when p.payer_count > 1 then 'TWO_PAYERS'
      when p.is_corrected then 'CORRECTION_NOT_REVERSED'
      else 'PAID_TWICE'
    end as overpayment_kind,
    l.first_payer_paid_amount - l.latest_paid_amount as overpayment_amount,
    p.second_paid_date as seen_date
  from line as l
  inner join payer_payment as p
    on l.claim_line_key = p.claim_line_key and l.adjudicated_sequence = p.payer_sequence
  where p.payment_count > 1 and l.is_adjudicated and l.first_payer_paid_amount > l.latest_paid_amount
),
later_payment as (
  select
    l.claim_line_key,
    min(p.first_paid_date) as first_paid_date,
    max_by(p.last_payer, p.payer_sequence) as last_payer,
    max(p.allowed_amount) as allowed_amount,
    coalesce(sum(r.repeated_amount), 0) as repeated_amount
  from line as l
  inner join payer_payment as p
    on l.claim_line_key = p.claim_line_key and l.adjudicated_sequence < p.payer_sequence
  left join later_repeat as r
    on p.claim_line_key = r.claim_line_key and p.payer_sequence = r.payer_sequence
  group by l.claim_line_key
),
two_payers as (
  select
    l.claim_line_key,
    coalesce(o.last_payer, 'Unmapped payer') as payer,
    -- No more than the later payer paid: what the patient still owes beside is not in the practice's hands.
    least(
      l.later_payer_paid_amount - o.repeated_amount,
      l.latest_paid_amount - coalesce(l.outside_allowed_amount, 0) + coalesce(l.sequestration_amount, 0)
        + l.later_payer_paid_amount - o.repeated_amount + coalesce(l.patient_balance_amount, 0)
        - coalesce(greatest(l.allowed_amount, o.allowed_amount), l.charge_amount)
    ) as overpayment_amount,
    greatest(p.first_paid_date, o.first_paid_date) as seen_date
  from line as l
  inner join later_payment as o
    on l.claim_line_key = o.claim_line_key
  inner join payer_payment as p
    on l.claim_line_key = p.claim_line_key and l.adjudicated_sequence = p.payer_sequence
  where l.is_adjudicated and l.adjudicated_sequence = 'P' and not l.is_capitated
)
select
  f.claim_line_key,
  f.payer,
  f.overpayment_kind,
  cast(f.overpayment_amount as decimal(12,2)) as overpayment_amount,
  f.seen_date
from (
  select * from paid_again
  union all
  select claim_line_key, payer, 'TWO_PAYERS', overpayment_amount, seen_date from two_payers where overpayment_amount > 0
  union all
  select r.claim_line_key, coalesce(p.last_payer, 'Unmapped payer'), 'PAID_TWICE', r.repeated_amount, p.second_paid_date
  from later_repeat as r
  inner join line as l
    on r.claim_line_key = l.claim_line_key and r.payer_sequence > l.adjudicated_sequence
  inner join payer_payment as p
    on r.claim_line_key = p.claim_line_key and r.payer_sequence = p.payer_sequence
  union all
  select claim_line_key, payer, 'ABOVE_CONTRACT', variance_amount, payment_date from int_judged_line where is_overpaid
) as f
cross join int_open_item_date as d
where f.seen_date <= d.open_as_of_date
