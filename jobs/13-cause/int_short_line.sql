-- Grain: one line of the months that the report looks back to, which was compared, not denied, and allowed less than expected, by however little. Units: US dollars; full_price_amount is before the charge is looked at.
with day as (
  select day_key, cast(count(*) as int) as day_line_count
  from int_service_line
  where day_key is not null
  group by day_key
)
select
  l.claim_line_key,
  l.price_key,
  l.payer,
  l.payer_class,
  l.contract,
  l.hcpcs_code,
  l.service_date,
  l.charge_amount,
  l.expected_allowed_amount,
  l.allowed_amount,
  coalesce(l.cost_share_amount, 0) as cost_share_amount,
  x.lesser_of,
  x.expected_allowed_amount as full_price_amount,
  coalesce(d.day_line_count, 1) as day_line_count
from int_adjudicated_line as l
inner join int_service_line as s
  on l.claim_line_key = s.line_key
inner join int_expected_price as x
  on l.price_key = x.price_key and l.payer_class = x.payer_class and l.contract <=> x.contract
left join day as d
  on s.day_key = d.day_key
where l.line_status = 'current'
  and l.is_adjudicated
  and l.adjudicated_sequence = 'P'
  and l.expected_status = 'PRICED'
  and not l.is_denied
  and not l.is_paid_above_allowed
  and l.allowed_amount > 0
  and l.allowed_amount < l.expected_allowed_amount
  and if(:date_basis = 'service', l.service_month, l.payment_month) between :first_month and :report_month
