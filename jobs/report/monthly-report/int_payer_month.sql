-- Grain: one payer with lines, first answers or payments of the report period, insurance A/R or an open denial. Units: US dollars; expected and allowed are of compared lines only, null where there is none; rates 0..1; days. page_number is null for a payer without a page of its own: pages go to those with the most at issue that together hold a share of it. At issue is what is short on underpaid lines of the period and what open denials withhold, each line once. Prior is the period before.
with period_payer as (
  select
    payer,
    sum(line_count) as line_count,
    sum(charge_amount) as charge_amount,
    sum(compared_line_count) as compared_line_count,
    sum(expected_allowed_amount) as expected_allowed_amount,
    sum(allowed_amount) as allowed_amount,
    sum(variance_amount) as variance_amount,
    sum(underpaid_line_count) as underpaid_line_count,
    - sum(underpaid_variance_amount) as underpaid_amount,
    - sum(underpaid_payer_variance_amount) as underpaid_payer_amount,
    - sum(underpaid_patient_variance_amount) as underpaid_patient_amount,
    sum(paid_amount) as paid_amount
  from int_variance
  where report_period in (select period from int_report_month where is_report_period)
  group by payer
),
prior_payer as (
  select
    payer,
    sum(allowed_amount) as allowed_amount,
    sum(expected_allowed_amount) as expected_allowed_amount,
    - sum(underpaid_variance_amount) as underpaid_amount
  from int_variance
  where report_period in (select period from int_report_month where is_prior_period)
  group by payer
),
open_denial as (
  select
    payer,
    count(*) as open_denial_line_count,
    sum(at_stake_amount) as at_stake_amount,
    count_if(at_stake_amount is null) as without_expectation_line_count,
    min(w.appeal_by_date) filter (
      where not w.is_awaiting_answer and w.days_left >= 0 and coalesce(s.is_to_work, true)
    ) as next_appeal_by_date
  from int_denial_work as w
  left join int_line_status as s
    on w.claim_line_key = s.claim_line_key
  group by payer
),
-- A line that was underpaid and denied in part is at issue once.
underpaid_payer as (
  select
    l.payer,
    - sum(l.variance_amount) as amount
  from int_report_line as l
  left anti join int_denial_work as w
    on l.claim_line_key = w.claim_line_key
  where l.report_month between :period_first_month and :report_month and l.is_underpaid
  group by l.payer
),
any_payer as (
  select payer from period_payer
  union
  select payer from int_payer_answer where first_answered_line_count > 0
  union
  select payer from int_aging
  union
  select payer from open_denial
),
payer as (
  select
    a.payer,
    coalesce(m.line_count, 0) as line_count,
    cast(coalesce(m.charge_amount, 0) as decimal(18,2)) as charge_amount,
    coalesce(m.compared_line_count, 0) as compared_line_count,
    cast(m.expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
    cast(m.allowed_amount as decimal(18,2)) as allowed_amount,
    cast(m.variance_amount as decimal(18,2)) as variance_amount,
    coalesce(m.underpaid_line_count, 0) as underpaid_line_count,
    cast(m.underpaid_amount as decimal(22,2)) as underpaid_amount,
    cast(m.underpaid_payer_amount as decimal(22,2)) as underpaid_payer_amount,
    cast(m.underpaid_patient_amount as decimal(22,2)) as underpaid_patient_amount,
    cast(m.paid_amount as decimal(18,2)) as paid_amount,
    coalesce(f.first_answered_line_count, 0) as first_answered_line_count,
    coalesce(f.initially_denied_line_count, 0) as initially_denied_line_count,
    d.median_day_count,
    cast(coalesce(r.receivable_amount, 0) as decimal(18,2)) as receivable_amount,
    cast(coalesce(r.aged_over_90_amount, 0) as decimal(18,2)) as aged_over_90_amount,
    coalesce(o.open_denial_line_count, 0) as open_denial_line_count,
    -- No open denial withholds nothing; of open ones without an expectation it is not known.
    cast(if(o.open_denial_line_count is null, 0, o.at_stake_amount) as decimal(18,2)) as at_stake_amount,
    coalesce(o.without_expectation_line_count, 0) as without_expectation_line_count,
    o.next_appeal_by_date,
    -- Where nothing was compared and no stake is known, nothing is known.
    cast(if(
      m.expected_allowed_amount is null and o.at_stake_amount is null,
      null,
      coalesce(u.amount, 0) + coalesce(o.at_stake_amount, 0)
    ) as decimal(18,2)) as at_issue_amount,
    cast(b.expected_allowed_amount as decimal(18,2)) as prior_expected_allowed_amount,
    cast(b.allowed_amount as decimal(18,2)) as prior_allowed_amount,
    cast(b.underpaid_amount as decimal(18,2)) as prior_underpaid_amount,
    coalesce(f.prior_first_answered_line_count, 0) as prior_first_answered_line_count,
    coalesce(f.prior_initially_denied_line_count, 0) as prior_initially_denied_line_count
  from any_payer as a
  left join period_payer as m
    on a.payer is not distinct from m.payer
  left join prior_payer as b
    on a.payer is not distinct from b.payer
  left join int_payer_answer as f
    on a.payer is not distinct from f.payer
  left join int_payer_day as d
    on a.payer is not distinct from d.payer and d.period = 'this_period'
  left join int_aging as r
    on a.payer is not distinct from r.payer
  left join open_denial as o
    on a.payer is not distinct from o.payer
  left join underpaid_payer as u
    on a.payer is not distinct from u.payer
),
ranked_payer as (
  select
    *,
    row_number() over (order by payer is null, at_issue_amount desc nulls last, payer) as place,
    coalesce(sum(at_issue_amount) over (
      order by payer is null, at_issue_amount desc nulls last, payer rows between unbounded preceding and 1 preceding
    ), 0) as amount_before,
    sum(at_issue_amount) over () as all_amount
  from payer
)
select
  cast(if(
    payer is not null and at_issue_amount > 0 and place <= :most_payer_pages and amount_before < all_amount * :payer_page_share,
    place,
    null
  ) as int) as page_number,
  * except (place, amount_before, all_amount)
from ranked_payer
