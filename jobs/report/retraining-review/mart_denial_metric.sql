-- Grain: one metric at one level for one member of a dimension and one month of the period, or the period. Units: value is 0..1, numerator over denominator; n is the denominator's lines; null where a denominator is not known.
with metric as (
  select * from values
    ('initial_denial_rate', 'initially_denied', 'answered', 1, 'FIRST_ANSWER', 'DUPLICATES_AND_PARTIAL_DENIALS_APART'),
    ('initial_denial_rate_provider', 'initially_denied_provider', 'answered', 1, 'FIRST_ANSWER', 'GROUP_CODE_CO_OA'),
    ('initial_denial_rate_patient', 'initially_denied_patient', 'answered', 1, 'FIRST_ANSWER', 'GROUP_CODE_PR'),
    ('initial_denial_rate_payer_initiated', 'initially_denied_payer_initiated', 'answered', 1, 'FIRST_ANSWER', 'GROUP_CODE_PI'),
    ('initial_denial_rate_three_months', 'initially_denied', 'submitted_before', 3, 'FIRST_ANSWER_OVER_SUBMITTED', 'AVERAGE_OF_THREE_MONTHS_BEFORE'),
    ('partial_denial_rate', 'partly_denied', 'answered', 1, 'FIRST_ANSWER', 'DUPLICATES_APART'),
    ('first_pass_rate', 'first_pass', 'answered', 1, 'FIRST_ANSWER', 'PAID_OR_LEFT_TO_PATIENT_WITHOUT_DENIAL'),
    ('overturn_rate', 'overturned', 'decided', 1, 'FIRST_DENIAL', 'OPEN_AND_REWORKED_EXCLUDED'),
    ('recovery_rate', 'recovered', 'closed', 1, 'FIRST_DENIAL', 'OPEN_EXCLUDED'),
    ('rework_rate', 'reworked', 'closed', 1, 'FIRST_DENIAL', 'OPEN_EXCLUDED'),
    ('open_denial_rate', 'open', 'denied', 1, 'FIRST_DENIAL', 'AS_OF_DATE'),
    ('denial_write_off_rate', 'lost', 'answered', 1, 'OUTCOME_OVER_FIRST_ANSWER', 'UPHELD_OR_WRITTEN_OFF_WITHOUT_PATIENT_LIABILITY'),
    ('partial_overturn_rate', 'partial_overturned', 'partial_decided', 1, 'FIRST_DENIAL', 'OPEN_AND_REWORKED_EXCLUDED'),
    ('partial_open_denial_rate', 'partial_open', 'partial_denied', 1, 'FIRST_DENIAL', 'AS_OF_DATE'),
    ('partial_denial_write_off_rate', 'partial_lost', 'answered', 1, 'OUTCOME_OVER_FIRST_ANSWER', 'UPHELD_OR_WRITTEN_OFF_WITHOUT_PATIENT_LIABILITY')
    as metric(metric, numerator_tally, denominator_tally, month_count, date_basis, note)
),
-- CO-4, CO-97 and frequency are shown by name, also where there was none.
named_signal as (
  select distinct s.signal, t.month
  from denial_signal as s
  cross join int_denial_tally as t
  where :as_of_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
    and t.tally = 'answered' and t.dimension = 'all'
),
member as (
  select m.*, t.dimension, t.member, t.month
  from metric as m
  inner join int_denial_tally as t
    on t.tally = m.numerator_tally
    or (
      t.tally = m.denominator_tally
      -- Lines answered or submitted have no group: only what was denied has one.
      and (
        m.denominator_tally not in ('answered', 'submitted_before')
        or t.dimension not in ('denial_signal', 'denial_group', 'frequency_signal')
      )
    )
  union
  select m.*, 'denial_signal', n.signal, n.month
  from metric as m
  cross join named_signal as n
  where m.numerator_tally = 'initially_denied' and m.denominator_tally = 'answered'
),
-- An answered line that is not denied has no group: the rate of a group is of all answered lines.
paired_member as (
  select
    m.*,
    n.tally is not null as has_numerator,
    n.line_count as numerator_line_count,
    n.claim_count as numerator_claim_count,
    n.charge_amount as numerator_charge_amount,
    n.expected_amount as numerator_expected_amount,
    d.line_count as line_count,
    d.claim_count as claim_count,
    d.charge_amount as charge_amount,
    d.expected_amount as expected_amount,
    coalesce(d.without_expectation_line_count, 0) as without_expectation_line_count
  from member as m
  left join int_denial_tally as n
    on m.numerator_tally = n.tally and m.dimension = n.dimension and m.member = n.member and m.month = n.month
  left join int_denial_tally as d
    on m.denominator_tally = d.tally and m.month = d.month
    and d.dimension = if(m.denominator_tally in ('answered', 'submitted_before') and m.dimension in ('denial_signal', 'denial_group', 'frequency_signal'), 'all', m.dimension)
    and d.member = if(m.denominator_tally in ('answered', 'submitted_before') and m.dimension in ('denial_signal', 'denial_group', 'frequency_signal'), 'all', m.member)
),
history as (
  select min(trunc(coalesce(submitted_date, service_date), 'MM')) as first_submitted_month
  from int_adjudicated_line
  where line_status in ('current', 'superseded')
),
metric_level as (
  select
    p.*,
    p.month_count = 1
      or add_months(to_date(concat(if(p.month = 'period', :first_month, p.month), '-01')), - p.month_count) >= h.first_submitted_month as is_denominator_whole,
    inline(array(
      struct('lines' as level, cast(if(has_numerator, numerator_line_count, 0) as decimal(18,2)) as numerator, cast(line_count as decimal(18,2)) as total),
      struct('claims' as level, cast(if(has_numerator, numerator_claim_count, 0) as decimal(18,2)) as numerator, cast(claim_count as decimal(18,2)) as total),
      struct('charge_dollars' as level, if(has_numerator, numerator_charge_amount, cast(0 as decimal(18,2))) as numerator, charge_amount as total),
      struct('expected_dollars' as level, if(has_numerator, numerator_expected_amount, cast(0 as decimal(18,2))) as numerator, expected_amount as total)
    ))
  from paired_member as p
  cross join history as h
)
select
  metric,
  level,
  dimension,
  member,
  month,
  numerator,
  cast(if(is_denominator_whole, round(total / month_count, 2), null) as decimal(18,2)) as denominator,
  cast(if(is_denominator_whole, try_divide(cast(numerator * month_count as decimal(18,2)), total), null) as decimal(18,10)) as value,
  coalesce(line_count, 0) as n,
  if(level = 'expected_dollars', without_expectation_line_count, 0) as without_amount_line_count,
  date_basis,
  if(is_denominator_whole, note, 'FEWER_THAN_THREE_MONTHS_BEFORE') as note
from metric_level
order by metric, level, dimension, member, month
