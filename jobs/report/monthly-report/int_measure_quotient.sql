-- Grain: one measure that is a quotient, and one month that the report looks back to. Units: US dollars, lines or days; numerator and divisor are both null where the month is not known, and not_known_reason says why.
with month_quotient as (
  select
    month,
    inline(array(
      struct(
        'NET_DAYS_IN_AR' as measure,
        receivable_expected_amount as numerator,
        daily_expected_amount as divisor,
        receivable_expected_line_count as line_count,
        receivable_line_count - receivable_expected_line_count as without_amount_line_count,
        case when not is_month_remitted then 'NO_REMITTANCES' when not is_revenue_whole then 'FEWER_THAN_THREE_MONTHS' end as gap
      ),
      struct(
        'GROSS_DAYS_IN_AR' as measure,
        receivable_charge_amount as numerator,
        daily_charge_amount as divisor,
        receivable_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        case when not is_month_remitted then 'NO_REMITTANCES' when not is_revenue_whole then 'FEWER_THAN_THREE_MONTHS' end as gap
      ),
      struct(
        'AR_OVER_90_DAYS' as measure,
        receivable_charge_amount_over_90 as numerator,
        cast(receivable_charge_amount as decimal(18,8)) as divisor,
        receivable_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        if(is_month_remitted, null, 'NO_REMITTANCES') as gap
      ),
      struct(
        'AR_OVER_120_DAYS' as measure,
        receivable_charge_amount_over_120 as numerator,
        cast(receivable_charge_amount as decimal(18,8)) as divisor,
        receivable_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        if(is_month_remitted, null, 'NO_REMITTANCES') as gap
      ),
      struct(
        'INSURANCE_NET_COLLECTION_RATE' as measure,
        cohort_paid_amount as numerator,
        cast(cohort_expected_amount as decimal(18,8)) as divisor,
        cohort_expected_line_count as line_count,
        cohort_line_count - cohort_expected_line_count as without_amount_line_count,
        if(is_cohort_remitted, null, 'NO_REMITTANCES') as gap
      ),
      struct(
        'FIRST_PASS_YIELD' as measure,
        cast(first_pass_line_count as decimal(18,2)) as numerator,
        cast(first_answered_line_count as decimal(18,8)) as divisor,
        first_answered_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        cast(null as string) as gap
      ),
      struct(
        'INITIAL_DENIAL_RATE' as measure,
        cast(initially_denied_line_count as decimal(18,2)) as numerator,
        cast(first_answered_line_count as decimal(18,8)) as divisor,
        first_answered_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        cast(null as string) as gap
      ),
      struct(
        'INITIAL_DENIAL_RATE_CHARGES' as measure,
        initially_denied_charge_amount as numerator,
        cast(first_answered_charge_amount as decimal(18,8)) as divisor,
        first_answered_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        cast(null as string) as gap
      ),
      struct(
        'FINAL_DENIAL_RATE' as measure,
        cast(finally_denied_line_count as decimal(18,2)) as numerator,
        cast(answered_line_count as decimal(18,8)) as divisor,
        answered_line_count as line_count,
        cast(0 as bigint) as without_amount_line_count,
        cast(null as string) as gap
      ),
      struct(
        'CHARGE_LAG' as measure,
        cast(lag_day_count as decimal(18,2)) as numerator,
        cast(lag_line_count as decimal(18,8)) as divisor,
        lag_line_count as line_count,
        billed_line_count - lag_line_count as without_amount_line_count,
        cast(null as string) as gap
      )
    ))
  from int_measure_month
)
select
  month,
  measure,
  if(gap is null and divisor > 0, numerator, null) as numerator,
  if(gap is null and divisor > 0, divisor, null) as divisor,
  line_count,
  without_amount_line_count,
  case
    when gap is not null then gap
    when divisor > 0 then null
    when without_amount_line_count > 0 then 'NO_AMOUNTS'
    else 'NO_LINES'
  end as not_known_reason
from month_quotient
