-- Grain: one payer, code with modifiers and setting, of the report period and the period it is held against (bridge: the one before, as PRIOR_MONTH, or PRIOR_YEAR). base_ is of the earlier period. Units: lines, US dollars; factors are the later period's over the earlier one's, null where either has no such line.
with bridge as (
  select concat('PRIOR_', :period_unit) as bridge, period as base_period
  from int_report_month
  where is_prior_period
  -- A year's prior year is the same one a year before: one bridge.
  union
  select 'PRIOR_YEAR', period
  from int_report_month
  where is_year_before
),
report_period as (
  select distinct period
  from int_report_month
  where is_report_period
),
cell as (
  select
    b.bridge,
    b.base_period,
    m.payer,
    m.hcpcs_code,
    m.modifiers,
    m.setting,
    cast(sum(if(m.period = b.base_period, m.line_count, 0)) as bigint) as base_line_count,
    cast(sum(if(m.period = b.base_period, 0, m.line_count)) as bigint) as line_count,
    cast(sum(if(m.period = b.base_period, m.answered_line_count, 0)) as bigint) as base_answered_line_count,
    cast(sum(if(m.period = b.base_period, 0, m.answered_line_count)) as bigint) as answered_line_count,
    cast(sum(if(m.period = b.base_period, m.allowed_line_count, 0)) as bigint) as base_allowed_line_count,
    cast(sum(if(m.period = b.base_period, 0, m.allowed_line_count)) as bigint) as allowed_line_count,
    cast(sum(if(m.period = b.base_period, m.allowed_total, 0)) as decimal(16,2)) as base_allowed_total,
    cast(sum(if(m.period = b.base_period, 0, m.allowed_total)) as decimal(18,2)) as allowed_total,
    cast(sum(if(m.period = b.base_period, m.paid_total, 0)) as decimal(16,2)) as base_paid_total,
    cast(sum(if(m.period = b.base_period, 0, m.paid_total)) as decimal(14,2)) as paid_total,
    cast(sum(if(m.period = b.base_period, m.priced_line_count, 0)) as bigint) as base_priced_line_count,
    cast(sum(if(m.period = b.base_period, 0, m.priced_line_count)) as bigint) as priced_line_count,
    cast(sum(if(m.period = b.base_period, m.priced_total, 0)) as decimal(16,2)) as base_priced_total,
    cast(sum(if(m.period = b.base_period, 0, m.priced_total)) as decimal(16,2)) as priced_total,
    cast(sum(if(m.period = b.base_period, m.fee_line_count, 0)) as bigint) as base_fee_line_count,
    cast(sum(if(m.period = b.base_period, 0, m.fee_line_count)) as bigint) as fee_line_count,
    cast(sum(if(m.period = b.base_period, m.fee_total, 0)) as decimal(16,2)) as base_fee_total,
    cast(sum(if(m.period = b.base_period, 0, m.fee_total)) as decimal(16,2)) as fee_total
  from bridge as b
  cross join report_period as r
  inner join int_bridge_period as m
    on m.period = b.base_period or m.period = r.period
  group by b.bridge, b.base_period, m.payer, m.hcpcs_code, m.modifiers, m.setting
),
cell_of_service as (
  select
    *,
    cast(sum(base_line_count) over (partition by bridge) as bigint) as base_all_line_count,
    cast(sum(line_count) over (partition by bridge) as bigint) as all_line_count,
    cast(sum(base_line_count) over (partition by bridge, payer, hcpcs_code, modifiers) as bigint) as base_service_line_count,
    cast(sum(line_count) over (partition by bridge, payer, hcpcs_code, modifiers) as bigint) as service_line_count
  from cell
)
select
  bridge,
  base_period,
  payer,
  hcpcs_code,
  modifiers,
  setting,
  base_line_count,
  line_count,
  base_allowed_total,
  allowed_total,
  base_paid_total,
  paid_total,
  cast(try_divide(cast(all_line_count as decimal(18,0)), base_all_line_count) as decimal(18,10)) as volume_factor,
  cast(try_divide(cast(service_line_count as decimal(18,0)), base_service_line_count) as decimal(18,10)) as service_factor,
  cast(try_divide(cast(line_count as decimal(18,0)), base_line_count) as decimal(18,10)) as cell_factor,
  cast(try_divide(cast(answered_line_count * base_line_count as decimal(18,0)), base_answered_line_count * line_count) as decimal(18,10)) as answered_factor,
  cast(try_divide(cast(allowed_line_count * base_answered_line_count as decimal(18,0)), base_allowed_line_count * answered_line_count) as decimal(18,10)) as allowed_factor,
  cast(try_divide(cast(fee_total * base_fee_line_count as decimal(18,2)), cast(base_fee_total * fee_line_count as decimal(18,2))) as decimal(18,10)) as fee_factor,
  cast(try_divide(cast(priced_total * base_priced_line_count as decimal(18,2)), cast(base_priced_total * priced_line_count as decimal(18,2))) as decimal(18,10)) as priced_factor
from cell_of_service
where base_all_line_count > 0
