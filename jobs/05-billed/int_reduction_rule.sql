-- Grain: one group code, reason code, payer class and payment date of a line of which something was allowed and something denied, and whether that is a partial denial where less than expected was allowed, where as much was, and where nothing is known to be expected.
with reduction as (
  select distinct
    e.denial.group_code as denial_group_code,
    e.denial.reason_code as denial_reason_code,
    b.payer_class,
    coalesce(e.payment_date, date'9999-12-31') as payment_date
  from int_line_event as e
  inner join int_billed_line as b
    on e.claim_line_key = b.claim_line_key
  where e.denial_kind = 'reduced'
),
-- Of several rows that fit, the one that names more wins: the reason first, then the payer class.
ruled_reduction as (
  select
    d.denial_group_code,
    d.denial_reason_code,
    d.payer_class,
    d.payment_date,
    min_by(p.partial_denial, struct(p.reason_code = '*', p.payer_class = '*', p.group_code = '*')) as partial_denial
  from reduction as d
  inner join partial_denial_rule as p
    on (p.group_code = '*' or p.group_code = d.denial_group_code)
    and (p.reason_code = '*' or p.reason_code = d.denial_reason_code)
    and (p.payer_class = '*' or p.payer_class = d.payer_class)
    and d.payment_date between p.effective_from_date and coalesce(p.effective_to_date, date'9999-12-31')
  group by d.denial_group_code, d.denial_reason_code, d.payer_class, d.payment_date
)
select
  denial_group_code,
  denial_reason_code,
  payer_class,
  payment_date,
  partial_denial in ('always', 'unless_as_expected', 'only_below_expected') as is_denial_below_expected,
  partial_denial = 'always' as is_denial_as_expected,
  partial_denial in ('always', 'unless_as_expected') as is_denial_without_expectation
from ruled_reduction
