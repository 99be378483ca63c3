-- Grain: one payer and month that the report looks back to. Units: lines; US dollars of compared lines; rework and delay by what the practice entered for the day on which a line was first sent, lines without such a row counted; delay_dollar_days are dollars times days times percent a year.
with line as (
  select
    l.payer,
    l.report_month,
    l.charge_amount,
    l.judgment = 'COMPARED' as is_compared,
    l.is_denied,
    l.is_underpaid,
    l.expected_allowed_amount,
    l.allowed_amount,
    l.variance_amount,
    l.first_payer_paid_amount,
    n.claim_line_key is not null or l.is_worth_working as is_reworked,
    coalesce(l.first_payer_paid_amount > 0 and m.paid_date >= m.first_submitted_date, false) as is_delayed,
    datediff(m.paid_date, m.first_submitted_date) as day_count,
    m.first_submitted_date
  from int_report_line as l
  left join int_line_milestone as m
    on l.claim_line_key = m.claim_line_key
  left join (select claim_line_key from int_denial where liability <> 'patient') as n
    on l.claim_line_key = n.claim_line_key
  where l.report_month between :first_month and :report_month
),
costed_line as (
  select
    l.*,
    r.rework_cost_amount,
    c.annual_percent
  from line as l
  left join practice_rework_cost as r
    on l.first_submitted_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
  left join practice_capital_cost as c
    on l.first_submitted_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
)
select
  payer,
  report_month,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount,
  count_if(is_compared) as compared_line_count,
  cast(coalesce(sum(expected_allowed_amount) filter (where is_compared), 0) as decimal(18,2)) as expected_allowed_amount,
  cast(coalesce(sum(expected_allowed_amount) filter (where is_compared and not is_denied), 0) as decimal(18,2)) as paid_expected_amount,
  cast(coalesce(sum(allowed_amount) filter (where is_compared), 0) as decimal(18,2)) as allowed_amount,
  count_if(is_underpaid) as underpaid_line_count,
  cast(coalesce(- sum(variance_amount) filter (where is_underpaid), 0) as decimal(18,2)) as underpaid_amount,
  count_if(is_compared and is_reworked) as rework_line_count,
  count_if(is_compared and is_reworked and rework_cost_amount is null) as uncosted_rework_line_count,
  cast(coalesce(sum(rework_cost_amount) filter (where is_compared and is_reworked), 0) as decimal(18,2)) as rework_cost_amount,
  count_if(is_compared and is_delayed) as delayed_line_count,
  count_if(is_compared and is_delayed and annual_percent is null) as uncosted_delay_line_count,
  cast(coalesce(sum(first_payer_paid_amount * day_count * annual_percent) filter (where is_compared and is_delayed), 0) as decimal(30,6)) as delay_dollar_days
from costed_line
group by payer, report_month
