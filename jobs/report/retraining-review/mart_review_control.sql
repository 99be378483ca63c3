-- Grain: one control total: what two ways of counting say. Units: as the row says. A required one that differs stops the report.
with control_total as (
  select
    1 as ordinal,
    'Lines answered in the period: all, and those of physicians and of nobody' as control,
    'lines' as unit,
    (select cast(count(*) as decimal(18,2)) from int_review_line where is_in_period) as expected_amount,
    (select cast(coalesce(sum(line_count), 0) as decimal(18,2)) from int_physician_tally where span = 'period')
    + (select cast(count(*) as decimal(18,2)) from int_review_line where is_in_period and rendering_npi is null) as found_amount
  union all
  select
    2,
    'Lines answered up to the as-of date: by remittances, and in chains',
    'lines',
    -- An answer to an earlier version is the current line's, whether a reversal took it back or not.
    (
      select cast(count(distinct coalesce(v.chain_line_key, e.claim_line_key)) as decimal(18,2))
      from int_line_event as e
      left join int_line_version as v
        on e.claim_line_key = v.claim_line_key
      inner join int_adjudicated_line as l
        on coalesce(v.chain_line_key, e.claim_line_key) = l.claim_line_key
      where e.is_answer and coalesce(e.payment_date <= :as_of_date, true) and l.line_status = 'current'
    ),
    (select cast(count(*) as decimal(18,2)) from int_answered_line where line_status = 'current')
  union all
  select
    3,
    'Lines denied at first: all, and those that a physician, a location or nobody can change',
    'lines',
    (select cast(count(*) as decimal(18,2)) from int_review_line where is_in_period and is_initially_denied),
    (select cast(coalesce(sum(line_count), 0) as decimal(18,2)) from int_denial_pattern)
    + (select cast(count_if(not is_counted) as decimal(18,2)) from int_explained_denial)
  union all
  select
    4,
    'Charges denied at first: all, and those of patterns and of others',
    'dollars',
    (select cast(coalesce(sum(charge_amount), 0) as decimal(18,2)) from int_review_line where is_in_period and is_initially_denied),
    (select cast(coalesce(sum(charge_amount), 0) as decimal(18,2)) from int_denial_pattern)
    + (select cast(coalesce(sum(charge_amount), 0) as decimal(18,2)) from int_explained_denial where not is_counted)
  union all
  select
    5,
    'Denials that a physician can change: in tallies, and in patterns',
    'lines',
    (select cast(coalesce(sum(counted_line_count), 0) as decimal(18,2)) from int_physician_tally where span = 'period'),
    (select cast(coalesce(sum(line_count), 0) as decimal(18,2)) from int_denial_pattern where rendering_npi is not null)
  union all
  select
    6,
    'Claim lines: on file, and adjudicated',
    'lines',
    (select cast(count(*) as decimal(18,2)) from claim_line),
    (select cast(count(*) as decimal(18,2)) from int_adjudicated_line)
  union all
  select
    7,
    'Claim lines adjudicated: rows, and lines',
    'lines',
    (select cast(count(*) as decimal(18,2)) from int_adjudicated_line),
    (select cast(count(distinct claim_line_key) as decimal(18,2)) from int_adjudicated_line)
  union all
  select
    8,
    'Lines ever denied: by answers, and chains',
    'lines',
    (
      select cast(count(distinct a.claim_line_key) as decimal(18,2))
      from int_first_payer_answer as a
      inner join int_adjudicated_line as l
        on a.claim_line_key = l.claim_line_key
      left join int_line_version as v
        on a.claim_line_key = v.claim_line_key
      where a.denial_kind is not null and not a.is_duplicate and (l.line_status = 'current' or v.is_withdrawn)
    ),
    (select cast(count(*) as decimal(18,2)) from int_denial)
  union all
  select
    9,
    'Chains: rows, and lines',
    'lines',
    (select cast(count(*) as decimal(18,2)) from int_denial),
    (select cast(count(distinct claim_line_key) as decimal(18,2)) from int_denial)
  union all
  select
    10,
    'Open denials with something at stake: chains, and work',
    'lines',
    (select cast(count(*) as decimal(18,2)) from int_denial where outcome = 'OPEN' and coalesce(at_stake_amount <> 0, true)),
    (select cast(count(*) as decimal(18,2)) from int_denial_work)
  union all
  select
    11,
    'Work: rows, and lines',
    'lines',
    (select cast(count(*) as decimal(18,2)) from int_denial_work),
    (select cast(count(distinct claim_line_key) as decimal(18,2)) from int_denial_work)
  union all
  select
    12,
    'Lines answered in the period: all, and those in rates and those excluded',
    'lines',
    (select cast(count(*) as decimal(18,2)) from int_answered_line where first_payment_date between :first_date and :last_date),
    (
      select cast(coalesce(sum(line_count), 0) as decimal(18,2)) from int_denial_tally
      where tally = 'answered' and dimension = 'all' and month = 'period'
    )
    + (
      select cast(count(*) as decimal(18,2)) from int_answered_line
      where exclusion is not null and first_payment_date between :first_date and :last_date
    )
)
select
  control,
  unit,
  expected_amount,
  cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount,
  true as is_required
from control_total
order by ordinal, control
