-- Grain: one remit line whose control number (REF*6R) names a claim line of its claim; of the latest version of the claim that has that line.
with sent_line as (
  select
    c.claim_line_key,
    c.billing_npi,
    c.claim_key,
    c.hcpcs_code,
    c.service_date,
    c.line_item_control_number,
    s.version_rank,
    ltrim('0', coalesce(c.line_item_control_number, cast(c.claim_line_number as string))) as control_key
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where s.line_status in ('current', 'superseded', 'voided')
),
remit as (
  select
    r.remit_line_key,
    m.billing_npi,
    m.claim_key,
    r.submitted_hcpcs_code,
    r.claim_line_start_date,
    r.claim_line_end_date,
    r.line_item_control_number,
    ltrim('0', r.line_item_control_number) as control_key
  from int_remit_line as r
  inner join int_claim_match as m
    on r.payee_npi = m.payee_npi and r.claim_key = m.remit_claim_id_key
  where r.line_item_control_number is not null and r.remit_line_seq > 0 and m.claim_key is not null
),
candidate as (
  select
    r.remit_line_key,
    c.claim_line_key,
    if(c.line_item_control_number is null, 'line_number', 'control_number') as match_method,
    row_number() over (
      partition by r.remit_line_key
      order by
        (r.claim_line_start_date is null or c.service_date between r.claim_line_start_date and r.claim_line_end_date) desc,
        (c.hcpcs_code <=> r.submitted_hcpcs_code) desc,
        (c.line_item_control_number <=> r.line_item_control_number) desc,
        c.version_rank,
        c.claim_line_key
    ) as choice
  from remit as r
  inner join sent_line as c
    on r.billing_npi = c.billing_npi and r.claim_key = c.claim_key and r.control_key = c.control_key
)
select
  remit_line_key,
  claim_line_key,
  match_method,
  false as is_match_ambiguous
from candidate
where choice = 1
