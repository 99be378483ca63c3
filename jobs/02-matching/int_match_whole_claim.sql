-- Grain: one claim payment without service lines that answers a whole claim of several lines, or takes that back. is_of_all_lines: it allows nothing and so bears on every line of the claim's version; else its money stays at the claim.
with version as (
  select
    c.submission_id,
    c.billing_npi,
    c.claim_key,
    s.version_rank,
    min(c.service_date) as first_service_date,
    max(c.service_date) as last_service_date,
    sum(c.charge_amount) as charge_amount
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where s.line_status in ('current', 'superseded', 'voided') and s.line_count > 1
  group by c.submission_id, c.billing_npi, c.claim_key, s.version_rank
),
remit as (
  select
    r.remit_line_key,
    r.payee_npi,
    r.claim_key as remit_claim_id_key,
    m.billing_npi,
    m.claim_key,
    r.payer_id,
    abs(r.charge_amount) as charge_amount,
    r.claim_line_start_date,
    r.claim_line_end_date,
    r.paid_amount = 0 and coalesce(t.cost_share_amount, 0) = 0 as is_of_all_lines
  from int_remit_line as r
  inner join int_claim_match as m
    on r.payee_npi = m.payee_npi and r.claim_key = m.remit_claim_id_key
  left join int_adjustment_total as t
    on r.remit_line_key = t.remit_line_key
  left anti join int_match_by_content as n
    on r.remit_line_key = n.remit_line_key
  where r.remit_line_seq = 0 and r.charge_amount <> 0 and r.is_claim_in_balance and m.claim_key is not null
),
answer as (
  select
    w.remit_line_key,
    max(r.payer_sequence) filter (where r.payer_id = w.payer_id) as own_sequence,
    max(r.payer_sequence = 'P') as has_first_payer
  from remit as w
  inner join int_remit_line as r
    on w.payee_npi = r.payee_npi and w.remit_claim_id_key = r.claim_key
  group by w.remit_line_key
),
candidate as (
  select
    r.remit_line_key,
    r.is_of_all_lines,
    v.submission_id,
    coalesce(a.own_sequence, if(a.has_first_payer, 'S', 'P')) as payer_sequence,
    row_number() over (partition by r.remit_line_key order by v.version_rank, v.submission_id) as choice,
    count(*) over (partition by r.remit_line_key, v.version_rank) as equal_candidates
  from remit as r
  inner join version as v
    on r.billing_npi = v.billing_npi and r.claim_key = v.claim_key and r.charge_amount = v.charge_amount
  inner join answer as a
    on r.remit_line_key = a.remit_line_key
  where coalesce(v.first_service_date <= r.claim_line_end_date and v.last_service_date >= r.claim_line_start_date, true)
)
select
  remit_line_key,
  submission_id,
  payer_sequence,
  is_of_all_lines,
  equal_candidates > 1 as is_match_ambiguous
from candidate
where choice = 1
