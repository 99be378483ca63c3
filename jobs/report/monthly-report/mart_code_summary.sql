-- Grain: one procedure code with lines, or first answers, of the report period. Units: US dollars; expected and allowed are of compared lines only; multiple is of the lines allowed something that Medicare has a price for; null where there is no such line; paid is to date, whatever month it was paid in; rates 0..1. Prior is the period before.
with period_line as (
  select
    l.*,
    p.is_report_period as is_now,
    judgment = 'COMPARED' as is_compared,
    judgment = 'COMPARED' and not is_denied and allowed_amount > 0 and medicare_allowed_amount > 0 as is_in_multiple
  from int_report_line as l
  inner join int_report_month as p
    on l.report_month = p.month
  where p.is_report_period or p.is_prior_period
),
code as (
  select
    hcpcs_code,
    count_if(is_now) as line_count,
    sum(service_unit_quantity) filter (where is_now) as service_unit_quantity,
    sum(charge_amount) filter (where is_now) as charge_amount,
    count_if(is_now and is_compared) as compared_line_count,
    sum(expected_allowed_amount) filter (where is_now and is_compared) as expected_allowed_amount,
    sum(allowed_amount) filter (where is_now and is_compared) as allowed_amount,
    sum(variance_amount) filter (where is_now and is_compared) as variance_amount,
    count_if(is_now and is_underpaid) as underpaid_line_count,
    - sum(if(is_underpaid, variance_amount, 0)) filter (where is_now and is_compared) as underpaid_amount,
    sum(paid_amount) filter (where is_now and is_adjudicated) as paid_amount,
    sum(allowed_amount) filter (where is_now and is_in_multiple) as priced_allowed_amount,
    sum(medicare_allowed_amount) filter (where is_now and is_in_multiple) as priced_medicare_amount,
    count_if(not is_now) as prior_line_count,
    sum(allowed_amount) filter (where not is_now and is_compared) as prior_allowed_amount,
    sum(variance_amount) filter (where not is_now and is_compared) as prior_variance_amount
  from period_line
  group by hcpcs_code
),
first_answer as (
  select
    hcpcs_code,
    cast(sum(first_answered_line_count) as bigint) as first_answered_line_count,
    cast(sum(initially_denied_line_count) as bigint) as initially_denied_line_count
  from int_first_answer_month
  where if(:date_basis = 'service', service_month, answer_month) between :period_first_month and :report_month
  group by hcpcs_code
),
any_code as (
  select hcpcs_code from code
  union
  select hcpcs_code from first_answer
)
select
  a.hcpcs_code,
  coalesce(c.line_count, 0) as line_count,
  cast(coalesce(c.service_unit_quantity, 0) as decimal(18,3)) as unit_quantity,
  cast(coalesce(c.charge_amount, 0) as decimal(18,2)) as charge_amount,
  coalesce(c.compared_line_count, 0) as compared_line_count,
  cast(c.expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  cast(c.allowed_amount as decimal(18,2)) as allowed_amount,
  cast(c.variance_amount as decimal(18,2)) as variance_amount,
  coalesce(c.underpaid_line_count, 0) as underpaid_line_count,
  cast(c.underpaid_amount as decimal(22,2)) as underpaid_amount,
  cast(c.paid_amount as decimal(18,2)) as paid_amount,
  coalesce(f.first_answered_line_count, 0) as first_answered_line_count,
  coalesce(f.initially_denied_line_count, 0) as initially_denied_line_count,
  cast(try_divide(cast(f.initially_denied_line_count as decimal(18,0)), f.first_answered_line_count) as decimal(18,10)) as initial_denial_rate,
  cast(c.priced_allowed_amount as decimal(18,2)) as priced_allowed_amount,
  cast(c.priced_medicare_amount as decimal(18,2)) as priced_medicare_amount,
  cast(try_divide(cast(c.priced_allowed_amount as decimal(18,2)), cast(c.priced_medicare_amount as decimal(18,2))) as decimal(18,10)) as medicare_share,
  coalesce(c.prior_line_count, 0) as prior_line_count,
  cast(c.prior_allowed_amount as decimal(18,2)) as prior_allowed_amount,
  cast(c.prior_variance_amount as decimal(18,2)) as prior_variance_amount
from any_code as a
left join code as c
  on a.hcpcs_code is not distinct from c.hcpcs_code
left join first_answer as f
  on a.hcpcs_code is not distinct from f.hcpcs_code
where c.line_count > 0 or f.first_answered_line_count > 0
order by charge_amount desc, a.hcpcs_code
