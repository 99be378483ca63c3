-- Grain: one payer, period and measure. Units: days, or 0..1 as numerator over denominator (lines or US dollars by measured_in); null where measured lines are fewer than the small-number limit. few_lines says which numbers to read with care.
with measured as (
  select
    payer,
    period,
    inline(array(
      struct(
        'FIRST_PASS_YIELD' as measure,
        cast(first_pass_line_count as decimal(18,2)) as numerator,
        cast(first_answered_line_count as decimal(18,2)) as denominator,
        first_answered_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'INITIAL_DENIAL_RATE' as measure,
        cast(initially_denied_line_count as decimal(18,2)) as numerator,
        cast(first_answered_line_count as decimal(18,2)) as denominator,
        first_answered_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'FINAL_DENIAL_RATE' as measure,
        cast(finally_denied_line_count as decimal(18,2)) as numerator,
        cast(answered_line_count as decimal(18,2)) as denominator,
        answered_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'OVERTURN_RATE' as measure,
        cast(overturned_line_count as decimal(18,2)) as numerator,
        cast(decided_line_count as decimal(18,2)) as denominator,
        decided_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'UNDERPAID_LINE_RATE' as measure,
        cast(underpaid_line_count as decimal(18,2)) as numerator,
        cast(compared_line_count as decimal(18,2)) as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'UNDERPAID_DOLLAR_RATE' as measure,
        underpaid_amount as numerator,
        expected_allowed_amount as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'PAID_SHARE' as measure,
        paid_expected_amount as numerator,
        expected_allowed_amount as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'ALLOWED_SHARE' as measure,
        allowed_amount as numerator,
        paid_expected_amount as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'YIELD' as measure,
        allowed_amount as numerator,
        expected_allowed_amount as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'REWORK_COST' as measure,
        rework_cost_amount as numerator,
        if(rework_cost_amount is null, null, expected_allowed_amount) as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'DELAY_COST' as measure,
        delay_cost_amount as numerator,
        if(delay_cost_amount is null, null, expected_allowed_amount) as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'NET_YIELD' as measure,
        cast(allowed_amount - coalesce(rework_cost_amount, 0) - coalesce(delay_cost_amount, 0) as decimal(18,2)) as numerator,
        expected_allowed_amount as denominator,
        compared_line_count as line_count,
        cast(null as int) as day_count
      ),
      struct(
        'MEDIAN_DAYS_TO_PAY' as measure,
        cast(null as decimal(18,2)) as numerator,
        cast(null as decimal(18,2)) as denominator,
        first_paid_line_count as line_count,
        median_day_count as day_count
      ),
      struct(
        'DAYS_TO_PAY_90TH_PERCENTILE' as measure,
        cast(null as decimal(18,2)) as numerator,
        cast(null as decimal(18,2)) as denominator,
        first_paid_line_count as line_count,
        ninetieth_day_count as day_count
      )
    ))
  from int_scorecard
)
select
  payer,
  period,
  measure,
  if(
    line_count < :small_number,
    null,
    coalesce(
      cast(day_count as decimal(18,10)),
      cast(try_divide(cast(numerator as decimal(14,2)), denominator) as decimal(18,10))
    )
  ) as value,
  numerator,
  denominator,
  line_count,
  case
    when line_count < :small_number then 'TOO_FEW'
    when line_count < :least_lines then 'FEW'
    else 'ENOUGH'
  end as few_lines
from measured
