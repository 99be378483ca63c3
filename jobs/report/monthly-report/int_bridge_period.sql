-- Grain: one period (the report's own, the one before, the same one a year ago), payer, code with modifiers and setting. Units: lines, US dollars; allowed over all answered lines, also those that nothing is expected of. By payment date, paid is the period's cash on claim lines.
with bridged_month as (
  select month, period
  from int_report_month
  where is_report_period or is_prior_period or is_year_before
),
cell_part as (
  select
    m.period,
    l.payer,
    l.hcpcs_code,
    l.modifiers,
    l.setting,
    1 as line_count,
    if(l.is_adjudicated, 1, 0) as answered_line_count,
    if(l.is_adjudicated and not l.is_denied, 1, 0) as allowed_line_count,
    coalesce(l.allowed_amount, 0) as allowed_amount,
    if(:date_basis = 'service' and l.is_adjudicated, l.paid_amount, 0) as paid_amount,
    if(l.is_adjudicated and not l.is_denied, l.expected_allowed_amount, null) as priced_amount,
    if(l.is_current_medicare, p.fee_amount, null) as unit_fee_amount
  from int_report_line as l
  inner join bridged_month as m
    on l.report_month = m.month
  left join (select price_key, fee_amount from int_medicare_price where scenario = 'as_billed') as p
    on l.price_key = p.price_key
  union all
  select m.period, l.payer, l.hcpcs_code, l.modifiers, l.setting, 0, 0, 0, 0, c.paid_amount, null, null
  from int_cash_line as c
  inner join int_adjudicated_line as l
    on c.claim_line_key = l.claim_line_key
  inner join bridged_month as m
    on c.payment_month = m.month
  where :date_basis = 'payment'
)
select
  period,
  payer,
  hcpcs_code,
  modifiers,
  setting,
  cast(sum(line_count) as bigint) as line_count,
  cast(sum(answered_line_count) as bigint) as answered_line_count,
  cast(sum(allowed_line_count) as bigint) as allowed_line_count,
  cast(sum(allowed_amount) as decimal(18,2)) as allowed_total,
  cast(sum(paid_amount) as decimal(14,2)) as paid_total,
  count(priced_amount) as priced_line_count,
  cast(sum(priced_amount) as decimal(18,2)) as priced_total,
  count(unit_fee_amount) as fee_line_count,
  cast(sum(unit_fee_amount) as decimal(18,2)) as fee_total
from cell_part
group by period, payer, hcpcs_code, modifiers, setting
