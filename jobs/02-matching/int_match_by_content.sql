-- Grain: one remit line without a usable control number that procedure, modifiers, date and charge pair with a claim line of its claim.
with sent_line as (
  select
    c.claim_line_key,
    c.billing_npi,
    c.claim_key,
    c.submission_id,
    c.claim_line_number,
    c.hcpcs_code,
    c.modifiers,
    c.service_date,
    c.charge_amount,
    s.version_rank,
    s.line_count,
    row_number() over (partition by c.submission_id, c.hcpcs_code order by c.claim_line_number) as occurrence
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  where s.line_status in ('current', 'superseded', 'voided')
),
remit as (
  select
    r.remit_line_key,
    r.remit_line_seq,
    m.billing_npi,
    m.claim_key,
    r.submitted_hcpcs_code,
    r.submitted_modifiers,
    r.claim_line_start_date,
    r.claim_line_end_date,
    abs(r.charge_amount) as charge_amount,
    row_number() over (partition by r.remit_claim_key, r.submitted_hcpcs_code order by r.remit_line_seq) as occurrence
  from int_remit_line as r
  inner join int_claim_match as m
    on r.payee_npi = m.payee_npi and r.claim_key = m.remit_claim_id_key
  where m.claim_key is not null
),
pair as (
  select
    r.remit_line_key,
    c.claim_line_key,
    r.remit_line_seq,
    c.submission_id,
    c.claim_line_number,
    c.line_count,
    c.version_rank,
    abs(c.occurrence - r.occurrence) as occurrence_distance,
    case
      when r.remit_line_seq = 0
        then if(c.line_count = 1 and coalesce(c.service_date between r.claim_line_start_date and r.claim_line_end_date, true), 5, null)
      when not c.hcpcs_code <=> r.submitted_hcpcs_code then null
      when coalesce(c.service_date not between r.claim_line_start_date and r.claim_line_end_date, true) then if(c.charge_amount = r.charge_amount, 4, null)
      when c.modifiers <> r.submitted_modifiers then 3
      when c.charge_amount <> r.charge_amount then 2
      else 1
    end as level
  from remit as r
  left anti join int_match_by_control_number as n
    on r.remit_line_key = n.remit_line_key
  inner join sent_line as c
    on r.billing_npi = c.billing_npi and r.claim_key = c.claim_key
),
candidate as (
  select
    *,
    row_number() over (
      partition by remit_line_key
      order by level, version_rank, occurrence_distance, submission_id, claim_line_number
    ) as choice,
    count(*) over (
      partition by remit_line_key, level, version_rank
    ) as equal_candidates
  from pair
  where level is not null
)
select
  remit_line_key,
  claim_line_key,
  case level
    when 1 then 'content'
    when 2 then 'content_without_charge'
    when 3 then 'content_without_modifiers'
    when 4 then 'content_without_date'
    else 'only_line_of_claim'
  end as match_method,
  equal_candidates > 1 as is_match_ambiguous
from candidate
where choice = 1
