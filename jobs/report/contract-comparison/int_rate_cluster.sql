-- Grain: one payer, code and setting: the multiple most of its lines have, and the next that is a step or more away. Units: lines, shares of Medicare in steps of one point.
with point as (
  select
    payer,
    hcpcs_code,
    setting,
    cast(round(multiple, 2) as decimal(7,2)) as multiple,
    sum(line_count) as line_count,
    min(first_month) as first_month,
    max(last_month) as last_month
  from int_volume
  group by payer, hcpcs_code, setting, round(multiple, 2)
),
service_point as (
  select
    *,
    sum(line_count) over same_service as service_line_count,
    max_by(multiple, struct(line_count, -multiple)) over same_service as main_multiple
  from point
  window same_service as (partition by payer, hcpcs_code, setting)
)
select
  payer,
  hcpcs_code,
  setting,
  max(service_line_count) as line_count,
  max(main_multiple) as main_multiple,
  cast(max(line_count) filter (where multiple = main_multiple) as bigint) as main_line_count,
  cast(cast(max(line_count) filter (where multiple = main_multiple) as decimal(18,0)) / max(service_line_count) as decimal(18,10)) as main_share,
  max_by(multiple, struct(line_count, -multiple)) filter (where abs(multiple - main_multiple) >= :least_rate_step) as other_multiple,
  max(line_count) filter (where abs(multiple - main_multiple) >= :least_rate_step) as other_line_count,
  cast(cast(max(line_count) filter (where abs(multiple - main_multiple) >= :least_rate_step) as decimal(18,0)) / max(service_line_count) as decimal(18,10)) as other_share,
  max_by(first_month, struct(line_count, -multiple)) filter (where abs(multiple - main_multiple) >= :least_rate_step) as other_first_month,
  max_by(last_month, struct(line_count, -multiple)) filter (where abs(multiple - main_multiple) >= :least_rate_step) as other_last_month
from service_point
group by payer, hcpcs_code, setting
