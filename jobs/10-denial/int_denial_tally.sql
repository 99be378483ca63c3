-- Grain: one tally of lines of one month of the period, or of the period, for one member of a dimension; partial denials are tallied apart. Units: lines, claims, US dollars charged, US dollars expected to be allowed (at stake, for chains); without_expectation_line_count lines have none.
with submitted_line as (
  -- What was first sent in a month is the denominator of each of the three months after it.
  select
    l.claim_line_key,
    b.submission_id,
    l.payer,
    l.hcpcs_code,
    l.site,
    l.charge_amount,
    l.expected_allowed_amount,
    trunc(coalesce(v.first_submitted_date, l.submitted_date, l.service_date), 'MM') as submitted_month
  from int_adjudicated_line as l
  inner join int_billed_line as b
    on l.claim_line_key = b.claim_line_key
  left join (select chain_line_key, min(submitted_date) as first_submitted_date from int_line_version group by chain_line_key) as v
    on l.claim_line_key = v.chain_line_key
  where l.line_status = 'current'
),
fact as (
  select
    date_format(add_months(submitted_month, later), 'yyyy-MM') as month,
    concat(submission_id, ' ', submitted_month, ' ', later) as claim,
    array('submitted_before') as tallies,
    payer,
    hcpcs_code,
    site,
    charge_amount,
    expected_allowed_amount as expected_amount,
    array() as codes
  from submitted_line
  lateral view explode(array(1, 2, 3)) as later
  union all
  select
    answer_month,
    submission_id,
    array_compact(array(
      'answered',
      if(is_initially_denied, 'initially_denied', null),
      if(is_initially_denied, concat('initially_denied_', liability), null),
      if(is_partly_denied, 'partly_denied', null),
      if(is_first_pass, 'first_pass', null)
    )),
    payer,
    hcpcs_code,
    site,
    charge_amount,
    expected_allowed_amount,
    if(
      is_initially_denied or is_partly_denied,
      array_compact(array(
        struct('denial_signal' as dimension, denial_signal as member),
        struct('denial_group' as dimension, denial_group as member),
        if(denial_group = 'Frequency', struct('frequency_signal' as dimension, denial_codes as member), null)
      )),
      array()
    )
  from int_answered_line
  where exclusion is null
  union all
  select
    d.denial_month,
    d.submission_id,
    transform(
      array_compact(array(
        'denied',
        if(d.outcome = 'OPEN', 'open', 'closed'),
        if(d.outcome = 'REWORKED', 'reworked', null),
        if(d.outcome not in ('OPEN', 'REWORKED'), 'decided', null),
        if(d.outcome in ('OVERTURNED', 'OVERTURNED_IN_PART'), 'overturned', null),
        if(d.outcome <> 'OPEN' and d.recovered_amount > 0, 'recovered', null)
      )),
      t -> if(d.denial_kind = 'denied', t, concat('partial_', t))
    ),
    d.payer,
    d.hcpcs_code,
    d.site,
    d.charge_amount,
    d.at_stake_amount,
    array(
      struct('denial_signal' as dimension, d.denial_signal as member),
      struct('denial_group' as dimension, d.denial_group as member)
    )
  from int_denial as d
  union all
  -- A charge that is the patient's is not written off.
  select
    d.outcome_month,
    d.submission_id,
    array(if(d.denial_kind = 'denied', 'lost', 'partial_lost')),
    d.payer,
    d.hcpcs_code,
    d.site,
    d.charge_amount,
    d.at_stake_amount,
    array(
      struct('denial_signal' as dimension, d.denial_signal as member),
      struct('denial_group' as dimension, d.denial_group as member)
    )
  from int_denial as d
  where d.outcome in ('UPHELD', 'WRITTEN_OFF') and d.liability <> 'patient'
),
claim_tally as (
  select
    tally,
    d.dimension,
    d.member,
    m as month,
    claim,
    count(*) as line_count,
    sum(charge_amount) as charge_amount,
    sum(expected_amount) as expected_amount,
    count_if(expected_amount is null) as without_expectation_line_count
  from fact
  lateral view explode(tallies) as tally
  lateral view explode(concat(
    array(
      struct('all' as dimension, 'all' as member),
      struct('payer' as dimension, payer as member),
      struct('code' as dimension, hcpcs_code as member),
      struct('location' as dimension, site as member)
    ),
    codes
  )) as d
  lateral view explode(array(month, 'period')) as m
  where month between :first_month and :last_month
  group by tally, d.dimension, d.member, m, claim
)
select
  tally,
  dimension,
  coalesce(member, 'unknown') as member,
  month,
  cast(sum(line_count) as bigint) as line_count,
  count(*) as claim_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount,
  cast(sum(expected_amount) as decimal(18,2)) as expected_amount,
  cast(sum(without_expectation_line_count) as bigint) as without_expectation_line_count
from claim_tally
group by tally, dimension, coalesce(member, 'unknown'), month
