-- Grain: one submission of a claim; one that replaces a claim of another number is a version of that claim. line_status says what its lines count as; version_rank 1 is the latest version, latest_submission_id names it. is_earlier_unknown marks a replacement or void of a claim that is not in the warehouse.
with line as (
  select
    c.submission_id,
    c.claim_key,
    coalesce(r.first_claim_key, c.claim_key) as first_claim_key,
    c.billing_npi,
    c.payer_sequence,
    c.claim_frequency_code,
    c.submitted_date,
    c.service_date,
    count(*) as line_count
  from stg_claim_line as c
  left join int_replaced_claim as r
    on c.billing_npi = r.billing_npi and c.claim_key = r.claim_key
  group by all
),
submission as (
  select
    submission_id,
    claim_key,
    first_claim_key,
    billing_npi,
    payer_sequence,
    claim_frequency_code,
    submitted_date,
    min(service_date) as first_service_date,
    sum(line_count) as line_count
  from line
  group by submission_id, claim_key, first_claim_key, billing_npi, payer_sequence, claim_frequency_code, submitted_date
),
ordered_submission as (
  select
    *,
    count(*) over (
      partition by billing_npi, first_claim_key, payer_sequence, first_service_date
      order by submitted_date nulls first, claim_frequency_code, submission_id
      rows between unbounded preceding and 1 preceding
    ) > 0 as has_earlier_of_day,
    lag(first_service_date) over (
      partition by billing_npi, first_claim_key, payer_sequence
      order by submitted_date nulls first, claim_frequency_code, submission_id
    ) as earlier_service_date,
    claim_frequency_code in ('7', '8') and row_number() over (
      partition by billing_npi, first_claim_key, payer_sequence
      order by submitted_date nulls first, claim_frequency_code, submission_id
    ) = 1 as is_earlier_unknown
  from submission
),
submission_version as (
  -- A replacement or void of a day that was never billed corrects the day: it is a version of the claim before it.
  select
    *,
    if(
      claim_frequency_code in ('7', '8') and not has_earlier_of_day and earlier_service_date is not null,
      earlier_service_date,
      first_service_date
    ) as version_service_date
  from ordered_submission
),
ranked_version as (
  select
    *,
    row_number() over (
      partition by billing_npi, first_claim_key, version_service_date, payer_sequence
      order by submitted_date desc nulls last, claim_frequency_code desc, submission_id desc
    ) as version_rank,
    first_value(claim_frequency_code) over (
      partition by billing_npi, first_claim_key, version_service_date, payer_sequence
      order by submitted_date desc nulls last, claim_frequency_code desc, submission_id desc
    ) as last_frequency_code,
    first_value(submission_id) over (
      partition by billing_npi, first_claim_key, version_service_date, payer_sequence
      order by submitted_date desc nulls last, claim_frequency_code desc, submission_id desc
    ) as latest_submission_id,
    max(payer_sequence = 'P') over (
      partition by billing_npi, first_claim_key, version_service_date
    ) as has_primary_submission
  from submission_version
)
select
  submission_id,
  claim_key,
  billing_npi,
  payer_sequence,
  submitted_date,
  cast(line_count as int) as line_count,
  version_rank,
  case
    when payer_sequence <> 'P' and has_primary_submission then 'secondary_submission'
    when claim_frequency_code = '8' then 'void_request'
    when last_frequency_code = '8' then 'voided'
    when version_rank > 1 then 'superseded'
    else 'current'
  end as line_status,
  latest_submission_id,
  is_earlier_unknown
from ranked_version
