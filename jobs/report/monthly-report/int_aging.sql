-- Grain: one payer with lines in insurance A/R at the end of the report period, or on the last payment date on file where that is earlier. Units: US dollars charged, by days from the date of service, and US dollars expected to be allowed; expired_amount is not in A/R.
with receivable as (
  select
    r.payer,
    r.receivable_kind,
    r.charge_amount,
    r.expected_allowed_amount,
    datediff(m.receivable_as_of_date, r.aged_from_date) as age_days,
    m.receivable_as_of_date
  from int_receivable as r
  inner join int_measure_date as m
    on r.receivable_from_date <= m.receivable_as_of_date and coalesce(r.receivable_to_date > m.receivable_as_of_date, true)
  where m.is_period_end and m.is_month_remitted and m.month between :period_first_month and :report_month
),
aged_payer as (
  select
    payer,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED' and age_days <= 30) as aged_0_30_amount,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED' and age_days between 31 and 60) as aged_31_60_amount,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED' and age_days between 61 and 90) as aged_61_90_amount,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED' and age_days between 91 and 120) as aged_91_120_amount,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED' and age_days > 120) as aged_over_120_amount,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED') as receivable_amount,
    sum(charge_amount) filter (where receivable_kind <> 'EXPIRED' and age_days > 90) as aged_over_90_amount,
    sum(charge_amount) filter (where receivable_kind = 'DENIED') as denied_receivable_amount,
    count_if(receivable_kind <> 'EXPIRED') as receivable_line_count,
    sum(expected_allowed_amount) filter (where receivable_kind <> 'EXPIRED') as receivable_expected_amount,
    count_if(receivable_kind <> 'EXPIRED' and expected_allowed_amount is null) as without_expectation_line_count,
    sum(charge_amount) filter (where receivable_kind = 'EXPIRED') as expired_amount,
    max(receivable_as_of_date) as receivable_as_of_date
  from receivable
  group by payer
)
select
  payer,
  cast(coalesce(aged_0_30_amount, 0) as decimal(18,2)) as aged_0_30_amount,
  cast(coalesce(aged_31_60_amount, 0) as decimal(18,2)) as aged_31_60_amount,
  cast(coalesce(aged_61_90_amount, 0) as decimal(18,2)) as aged_61_90_amount,
  cast(coalesce(aged_91_120_amount, 0) as decimal(18,2)) as aged_91_120_amount,
  cast(coalesce(aged_over_120_amount, 0) as decimal(18,2)) as aged_over_120_amount,
  cast(coalesce(receivable_amount, 0) as decimal(18,2)) as receivable_amount,
  cast(coalesce(aged_over_90_amount, 0) as decimal(18,2)) as aged_over_90_amount,
  cast(try_divide(cast(coalesce(aged_over_90_amount, 0) as decimal(18,2)), cast(receivable_amount as decimal(18,2))) as decimal(18,10)) as aged_over_90_share,
  cast(coalesce(denied_receivable_amount, 0) as decimal(18,2)) as denied_receivable_amount,
  receivable_line_count,
  -- Null where no line has an expectation: not known.
  cast(receivable_expected_amount as decimal(18,2)) as receivable_expected_amount,
  without_expectation_line_count,
  cast(coalesce(expired_amount, 0) as decimal(18,2)) as expired_amount,
  receivable_as_of_date
from aged_payer
