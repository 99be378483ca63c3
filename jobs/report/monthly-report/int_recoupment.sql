-- Grain: one payer and claim, or reference where no claim fits, of which provider adjustments (PLB) take money back, or its account of forwarded balances of no claim (is_account), until the end of the report period. Units: US dollars: taken before it was announced or without; announced and taken since; announced and still to be taken.
with adjustment as (
  select
    p.payment_date,
    p.payer_id,
    p.payer_name,
    a.adjustment_code,
    r.adjustment_role,
    a.reference_id,
    a.amount,
    c.matched_claim_id,
    c.billing_npi,
    c.claim_key
  from provider_adjustment as a
  inner join payment as p
    on a.payment_id = p.payment_id
  cross join int_open_item_date as d
  inner join provider_adjustment_role as r
    on upper(trim(a.adjustment_code)) = r.adjustment_code and r.adjustment_role <> 'interest'
    and p.payment_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
  left join int_provider_adjustment_claim as c
    on a.payment_id = c.payment_id and a.ordinal = c.ordinal
  where p.payment_date <= d.open_as_of_date
),
claim_payer as (
  select
    c.billing_npi,
    c.claim_key,
    min(b.payer) as payer
  from stg_claim_line as c
  left semi join adjustment as a
    on c.billing_npi = a.billing_npi and c.claim_key = a.claim_key
  inner join int_billed_line as b
    on c.claim_line_key = b.claim_line_key
  where c.payer_sequence = 'P'
  group by c.billing_npi, c.claim_key
),
named_adjustment as (
  select
    a.*,
    coalesce(n.payer, p.payer, a.payer_name, a.payer_id, 'Unmapped payer') as payer,
    -- A balance is forwarded and taken under references of its own: of no claim it is one account with the payer.
    case
      when a.matched_claim_id is not null then null
      when a.adjustment_role = 'forwarded' then ''
      else coalesce(a.reference_id, '')
    end as loose_reference,
    a.matched_claim_id is null and a.adjustment_role = 'forwarded' as is_account
  from adjustment as a
  left join int_remit_payer as n
    on coalesce(a.payer_id, '') = n.payer_id
  left join claim_payer as p
    on a.billing_npi = p.billing_npi and a.claim_key = p.claim_key
),
reference as (
  select
    payer,
    billing_npi,
    claim_key,
    matched_claim_id,
    loose_reference,
    is_account,
    array_join(sort_array(collect_set(adjustment_code)), ' ') as adjustment_codes,
    if(is_account, null, array_join(sort_array(collect_set(reference_id)), ' ')) as reference_ids,
    min(payment_date) as first_adjustment_date,
    sum(amount) as adjustment_total,
    coalesce(sum(amount) filter (where amount > 0 and adjustment_role <> 'returned'), 0) as lowered_amount,
    coalesce(- sum(amount) filter (where amount < 0 and adjustment_role <> 'returned'), 0) as announced_amount,
    coalesce(sum(abs(amount)) filter (where adjustment_role = 'returned'), 0) as returned_amount
  from named_adjustment
  group by payer, billing_npi, claim_key, matched_claim_id, loose_reference, is_account
)
select
  payer,
  billing_npi,
  claim_key,
  matched_claim_id,
  adjustment_codes,
  reference_ids,
  is_account,
  first_adjustment_date,
  cast(adjustment_total as decimal(18,2)) as adjustment_total,
  -- What the practice returned itself is acknowledged beside an adjustment of the same money.
  cast(greatest(lowered_amount - least(lowered_amount, announced_amount), returned_amount) as decimal(18,2)) as recouped_amount,
  cast(least(lowered_amount, announced_amount) as decimal(18,2)) as announced_recouped_amount,
  cast(announced_amount - least(lowered_amount, announced_amount) as decimal(18,2)) as to_recoup_amount
from reference
