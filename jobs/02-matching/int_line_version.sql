-- Grain: one line of a claim that was sent more than once, with the line of the latest version that stands in its place; a line that the latest version left out is withdrawn and stands for itself.
with sent_line as (
  select
    c.claim_line_key,
    c.submission_id,
    s.latest_submission_id,
    s.line_status,
    c.claim_line_number,
    ltrim('0', coalesce(c.line_item_control_number, cast(c.claim_line_number as string))) as control_key,
    c.hcpcs_code,
    c.modifiers,
    c.submitted_date
  from stg_claim_line as c
  inner join int_submission as s
    on c.submission_id = s.submission_id
  left semi join (select latest_submission_id from int_submission where line_status = 'superseded') as again
    on s.latest_submission_id = again.latest_submission_id
  where s.line_status in ('current', 'superseded')
),
candidate as (
  select
    o.claim_line_key,
    o.submission_id,
    o.claim_line_number,
    l.claim_line_key as latest_line_key,
    l.claim_line_number as latest_line_number,
    case
      when o.control_key <=> l.control_key and o.hcpcs_code <=> l.hcpcs_code then 3
      when o.hcpcs_code <=> l.hcpcs_code and o.modifiers <=> l.modifiers then 2
      when o.hcpcs_code <=> l.hcpcs_code then 1
      else 0
    end as fit
  from sent_line as o
  inner join sent_line as l
    on o.latest_submission_id = l.submission_id and (o.control_key = l.control_key or o.hcpcs_code = l.hcpcs_code)
  where o.line_status = 'superseded'
),
ranked_candidate as (
  select
    *,
    row_number() over (partition by claim_line_key order by fit desc, latest_line_number) as choice
  from candidate
),
-- Two lines of one version never become one line of the next: the one that fits less was withdrawn.
successor as (
  select
    claim_line_key,
    latest_line_key,
    row_number() over (partition by latest_line_key, submission_id order by fit desc, claim_line_number) as place
  from ranked_candidate
  where choice = 1
)
select
  s.claim_line_key,
  coalesce(n.latest_line_key, s.claim_line_key) as chain_line_key,
  s.line_status = 'superseded' and n.claim_line_key is null as is_withdrawn,
  s.submitted_date,
  l.submitted_date as latest_submitted_date,
  s.hcpcs_code,
  s.modifiers
from sent_line as s
inner join int_submission as l
  on s.latest_submission_id = l.submission_id
left join successor as n
  on s.claim_line_key = n.claim_line_key and n.place = 1
