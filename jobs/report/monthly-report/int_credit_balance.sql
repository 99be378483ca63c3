-- Grain: one claim, payer and kind of overpayment, or of recoupment that no overpayment on file explains; or one reference of recoupments that names no claim. Units: US dollars: each dollar is owed back, being taken back, taken back or not tied, and in one of these alone.
with overpaid_claim as (
  select
    c.billing_npi,
    c.claim_key,
    min(c.claim_id) as claim_id,
    o.payer,
    o.overpayment_kind,
    case o.overpayment_kind when 'PAID_TWICE' then 1 when 'CORRECTION_NOT_REVERSED' then 2 when 'TWO_PAYERS' then 3 else 4 end as kind_order,
    sum(o.overpayment_amount) as overpayment_amount,
    min(o.seen_date) as seen_since_date,
    count(*) as line_count
  from int_overpaid_line as o
  inner join stg_claim_line as c
    on o.claim_line_key = c.claim_line_key
  group by c.billing_npi, c.claim_key, o.payer, o.overpayment_kind
),
-- What was taken of a claim goes to its overpayments in this order, each dollar once.
ordered_claim as (
  select
    *,
    coalesce(sum(overpayment_amount) over (
      partition by billing_npi, claim_key, payer order by kind_order rows between unbounded preceding and 1 preceding
    ), 0) as earlier_amount
  from overpaid_claim
),
covered_claim as (
  select
    o.*,
    r.adjustment_codes,
    r.reference_ids,
    least(o.overpayment_amount, greatest(coalesce(r.recouped_amount, 0) - o.earlier_amount, 0)) as taken_back_amount,
    least(o.overpayment_amount, greatest(coalesce(r.recouped_amount + r.to_recoup_amount, 0) - o.earlier_amount, 0)) as covered_amount
  from ordered_claim as o
  left join int_recoupment as r
    on o.billing_npi = r.billing_npi and o.claim_key = r.claim_key and o.payer = r.payer
),
claim_total as (
  select
    billing_npi,
    claim_key,
    payer,
    sum(overpayment_amount) as overpayment_amount
  from overpaid_claim
  group by billing_npi, claim_key, payer
),
recoupment as (
  select
    r.*,
    greatest(r.recouped_amount - coalesce(t.overpayment_amount, 0), 0) as left_recouped_amount,
    greatest(r.recouped_amount + r.to_recoup_amount - coalesce(t.overpayment_amount, 0), 0) as left_amount
  from int_recoupment as r
  left join claim_total as t
    on r.billing_npi = t.billing_npi and r.claim_key = t.claim_key and r.payer = t.payer
),
balance as (
  select
    claim_id,
    payer,
    overpayment_kind,
    line_count,
    seen_since_date,
    adjustment_codes,
    reference_ids,
    overpayment_amount,
    overpayment_amount - covered_amount as owed_back_amount,
    covered_amount - taken_back_amount as being_taken_back_amount,
    taken_back_amount,
    0 as not_tied_amount
  from covered_claim
  union all
  select
    matched_claim_id,
    payer,
    'RECOUPED',
    0,
    first_adjustment_date,
    adjustment_codes,
    reference_ids,
    announced_recouped_amount + left_amount,
    0,
    left_amount - left_recouped_amount,
    announced_recouped_amount + left_recouped_amount,
    0
  from recoupment
  where matched_claim_id is not null and announced_recouped_amount + left_amount > 0
  union all
  select
    null,
    payer,
    'RECOUPED',
    0,
    first_adjustment_date,
    adjustment_codes,
    reference_ids,
    recouped_amount + to_recoup_amount + if(is_account, 0, announced_recouped_amount),
    0,
    0,
    0,
    recouped_amount + to_recoup_amount + if(is_account, 0, announced_recouped_amount)
  from int_recoupment
  -- What was forwarded and taken since only went from one payment to the next.
  where matched_claim_id is null and recouped_amount + to_recoup_amount + if(is_account, 0, announced_recouped_amount) > 0
),
named_payer as (
  select payer, min(payer_class) as payer_class
  from practice_payer
  group by payer
)
select
  b.claim_id,
  b.payer,
  n.payer_class,
  b.overpayment_kind,
  case
    when b.not_tied_amount > 0 then 'NOT_TIED'
    when b.owed_back_amount > 0 then 'OWED_BACK'
    when b.being_taken_back_amount > 0 then 'BEING_TAKEN_BACK'
    else 'TAKEN_BACK'
  end as credit_balance_status,
  cast(b.line_count as bigint) as overpaid_line_count,
  b.seen_since_date,
  b.adjustment_codes,
  b.reference_ids,
  cast(b.overpayment_amount as decimal(18,2)) as overpayment_amount,
  cast(b.owed_back_amount as decimal(18,2)) as owed_back_amount,
  cast(b.being_taken_back_amount as decimal(18,2)) as being_taken_back_amount,
  cast(b.taken_back_amount as decimal(18,2)) as taken_back_amount,
  cast(b.not_tied_amount as decimal(18,2)) as not_tied_amount,
  if(b.owed_back_amount > 0, if(k.return_days is null, 'BY_CONTRACT', 'BY_LAW'), null) as return_clock,
  if(b.owed_back_amount > 0, k.return_days, null) as return_days,
  if(b.owed_back_amount > 0, k.investigation_days, null) as investigation_days,
  if(b.owed_back_amount > 0, date_add(b.seen_since_date, k.return_days), null) as return_by_date,
  if(b.owed_back_amount > 0, date_add(b.seen_since_date, k.return_days + k.investigation_days), null) as investigated_return_by_date,
  if(b.owed_back_amount > 0, k.source, null) as return_source,
  -- The citation before what it says.
  if(b.owed_back_amount > 0, regexp_replace(k.source, '[:;].*$', ''), null) as return_authority
from balance as b
left join named_payer as n
  on b.payer = n.payer
left join overpayment_clock as k
  on n.payer_class = k.payer_class
  and b.seen_since_date between k.effective_from_date and coalesce(k.effective_to_date, date'9999-12-31')
