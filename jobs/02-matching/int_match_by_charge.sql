-- Grain: one remit line that neither control number nor content pairs, and the one claim line of its claim that its date and charge leave.
with sent_line as (
  select
    c.claim_line_key,
    c.billing_npi,
    c.claim_key,
    c.service_date,
    c.charge_amount,
    s.version_rank
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where s.line_status in ('current', 'superseded', 'voided')
),
earlier_match as (
  select remit_line_key, claim_line_key from int_match_by_control_number
  union all
  select remit_line_key, claim_line_key from int_match_by_content
),
taken_line as (
  select distinct
    r.remit_claim_key,
    m.claim_line_key
  from earlier_match as m
  inner join int_remit_line as r
    on m.remit_line_key = r.remit_line_key
),
remit as (
  select
    r.remit_line_key,
    r.remit_claim_key,
    n.billing_npi,
    n.claim_key,
    r.claim_line_start_date,
    r.claim_line_end_date,
    abs(r.charge_amount) as charge_amount
  from int_remit_line as r
  inner join int_claim_match as n
    on r.payee_npi = n.payee_npi and r.claim_key = n.remit_claim_id_key
  left anti join earlier_match as m
    on r.remit_line_key = m.remit_line_key
  where r.remit_line_seq > 0 and r.charge_amount <> 0 and n.claim_key is not null
),
pair as (
  select
    r.remit_line_key,
    r.remit_claim_key,
    c.claim_line_key,
    c.version_rank
  from remit as r
  inner join sent_line as c
    on r.billing_npi = c.billing_npi and r.claim_key = c.claim_key and r.charge_amount = c.charge_amount
  left anti join taken_line as t
    on r.remit_claim_key = t.remit_claim_key and c.claim_line_key = t.claim_line_key
  where c.service_date between r.claim_line_start_date and r.claim_line_end_date
),
counted_pair as (
  select
    *,
    row_number() over (partition by remit_line_key order by version_rank, claim_line_key) as choice,
    count(*) over (partition by remit_line_key, version_rank) as fitting_lines,
    count(*) over (partition by remit_claim_key, claim_line_key) as fitting_remit_lines
  from pair
)
select
  remit_line_key,
  claim_line_key,
  'date_and_charge' as match_method,
  false as is_match_ambiguous
from counted_pair
where choice = 1 and fitting_lines = 1 and fitting_remit_lines = 1
