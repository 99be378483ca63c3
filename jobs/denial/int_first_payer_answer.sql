-- Grain: one answer of the first payer to a claim line up to the as-of date, with what it denied and the group of that; an answer to an earlier version counts as the line's. Units: US dollars as sent.
with answer as (
  select
    coalesce(v.chain_line_key, e.claim_line_key) as chain_line_key,
    e.*,
    coalesce(array_join(sort_array(e.remark_codes), ' '), '') as remark_text,
    min(e.payer_sequence) over (partition by coalesce(v.chain_line_key, e.claim_line_key)) as first_sequence
  from int_line_event as e
  left join int_line_version as v
    on e.claim_line_key = v.claim_line_key
  where e.is_answer and coalesce(e.payment_date <= :as_of_date, true)
),
known as (
  -- The same test of the money as int_adjudicated_line makes of the latest answer.
  select
    *,
    case
      when denial is null or charge_amount <= 0 then null
      when allowed_amount = 0 or (paid_amount = 0 and patient_responsibility_amount = 0) then 'denied'
      when allowed_amount > 0 and paid_amount + patient_responsibility_amount > 0 then 'partly_denied'
    end as denial_kind
  from answer
  where payer_sequence = first_sequence
)
select
  k.chain_line_key as claim_line_key,
  k.claim_line_key as answered_line_key,
  k.remit_claim_key,
  k.event_order,
  k.payment_date,
  k.is_live,
  k.charge_amount,
  -- A payer may state what it would have allowed beside a denial of all of it.
  cast(if(k.denial_kind = 'denied' and k.allowed_amount is not null, 0, k.allowed_amount) as decimal(12,2)) as allowed_amount,
  k.paid_amount,
  k.patient_responsibility_amount,
  k.is_capitated,
  k.denial_kind,
  if(k.denial_kind is not null, k.denial.group_code, null) as denial_group_code,
  if(k.denial_kind is not null, k.denial.reason_code, null) as denial_reason_code,
  if(k.denial_kind is not null, k.remark_text, null) as remark_codes,
  if(k.denial_kind is not null, coalesce(c.denial_group, 'Other'), null) as denial_group,
  if(k.denial_kind is not null, coalesce(c.denial_owner, 'Unassigned'), null) as denial_owner,
  if(k.denial_kind is not null, coalesce(c.preventable, 'unknown'), null) as preventable,
  coalesce(c.denial_group = 'Duplicate', false) as is_duplicate
from known as k
left join int_denial_combination as c
  on k.denial.reason_code = c.denial_reason_code
  and k.remark_text = c.remark_codes
  and date_format(k.payment_date, 'yyyy-MM') <=> c.payment_month
  and k.denial_kind is not null
