-- Grain: one answer of the first payer to a claim line up to the as-of date, with what it denied and the group of that; an answer to an earlier version counts as that of the line that took its place. Units: US dollars as sent.
with line as (
  select
    claim_line_key,
    min(payer_sequence) as first_sequence
  from int_line_event
  where coalesce(payment_date <= :as_of_date, true)
  group by claim_line_key
),
answer as (
  select
    e.claim_line_key,
    e.remit_claim_key,
    e.event_order,
    e.payment_date,
    e.is_live,
    e.charge_amount,
    e.allowed_amount,
    e.paid_amount,
    e.patient_responsibility_amount,
    e.is_capitated,
    e.answer_kind,
    e.denial_kind,
    e.denial,
    if(e.denial_kind is not null, coalesce(array_join(sort_array(e.remark_codes), ' '), ''), null) as remark_text
  from int_line_event as e
  inner join line as l
    on e.claim_line_key = l.claim_line_key and e.payer_sequence = l.first_sequence
  where e.is_answer and coalesce(e.payment_date <= :as_of_date, true)
),
-- What denies beside a payment that stands says nothing of the line.
denial_beside_payment as (
  select claim_line_key, remit_claim_key, event_order
  from int_standing_answer
  where is_denial_beside_payment
),
judged_answer as (
  -- The same test of what a reduction is as int_adjudicated_line makes of the latest answer.
  select
    a.*,
    coalesce(s.standing_allowed_amount, a.allowed_amount) as standing_allowed_amount,
    case
      when a.denial_kind = 'denied' then 'denied'
      when a.denial_kind = 'reduced' and case
        when l.expected_allowed_amount is null then p.is_denial_without_expectation
        when coalesce(s.standing_allowed_amount, a.allowed_amount) < l.expected_allowed_amount then p.is_denial_below_expected
        else p.is_denial_as_expected
      end then 'partly_denied'
    end as kind
  from answer as a
  inner join int_adjudicated_line as l
    on a.claim_line_key = l.claim_line_key
  left join int_reduction_rule as p
    on if(a.denial_kind = 'reduced', a.denial.group_code, null) = p.denial_group_code
    and a.denial.reason_code = p.denial_reason_code
    and l.payer_class = p.payer_class
    and coalesce(a.payment_date, date'9999-12-31') = p.payment_date
  left join int_standing_answer as s
    on a.claim_line_key = s.claim_line_key and a.remit_claim_key = s.remit_claim_key and a.event_order = s.event_order
  left anti join denial_beside_payment as n
    on a.claim_line_key = n.claim_line_key and a.remit_claim_key = n.remit_claim_key and a.event_order = n.event_order
)
select
  k.claim_line_key,
  k.remit_claim_key,
  k.event_order,
  k.payment_date,
  k.is_live,
  k.charge_amount,
  k.standing_allowed_amount as allowed_amount,
  k.paid_amount,
  k.patient_responsibility_amount,
  k.is_capitated,
  k.kind as denial_kind,
  if(k.kind is not null, k.denial.group_code, null) as denial_group_code,
  if(k.kind is not null, k.denial.reason_code, null) as denial_reason_code,
  if(k.kind is not null, k.remark_text, null) as remark_codes,
  if(k.kind is not null, coalesce(c.denial_group, 'Other'), null) as denial_group,
  if(k.kind is not null, coalesce(c.denial_owner, 'Unassigned'), null) as denial_owner,
  if(k.kind is not null, coalesce(c.preventable, 'unknown'), null) as preventable,
  k.answer_kind = 'DUPLICATE' as is_duplicate
from judged_answer as k
left join int_denial_combination as c
  on if(k.kind is not null, k.remark_text, null) = c.remark_codes
  and k.denial.reason_code <=> c.denial_reason_code
  and date_format(k.payment_date, 'yyyy-MM') <=> c.payment_month
