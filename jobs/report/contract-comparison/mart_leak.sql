-- Grain: one payer, kind of leak and code, setting or term: money that a term, a charge or a loading error costs. Units: lines, US dollars over the months from first to last: those of the period in which the term or increase holds, else all of it.
with leak as (
  select payer, 'CHARGE_LIMITS_PRICE' as leak, hcpcs_code, setting, cast(null as string) as basis,
    cast(null as date) as held_from_date, cast(null as date) as held_to_date,
    sum(line_count) as line_count,
    sum((contract_amount - charge_amount) * line_count) as amount
  from int_contract_volume
  where charge_amount <= allowed_amount and contract_amount > charge_amount
  group by payer, hcpcs_code, setting
  union all
  select payer, 'CHARGE_AT_ALLOWED', hcpcs_code, setting, null,
    null, null, sum(line_count), cast(null as decimal(18,2))
  from int_contract_volume
  where charge_amount <= allowed_amount and (contract_amount is null or contract_amount <= charge_amount)
  group by payer, hcpcs_code, setting
  union all
  select payer, 'BELOW_MEDICARE', hcpcs_code, setting, null,
    null, null, sum(line_count), sum((medicare_fee_amount - allowed_amount) * line_count)
  from int_contract_volume
  where allowed_amount < medicare_fee_amount and payer_class not in ('medicare', 'medicaid')
  group by payer, hcpcs_code, setting
  union all
  select payer, 'TERM_NEVER_APPLIED', hcpcs_code, null, concat(basis, ' (', source_name, ', line ', source_line, ')'),
    min(term_from_date), max(term_to_date), sum(line_count), sum((expected_allowed_amount - allowed_amount) * line_count)
  from int_contract_volume
  where expected_status = 'PRICED' and source_line is not null
  group by payer, hcpcs_code, basis, source_name, source_line
  having count_if(abs(allowed_amount - expected_allowed_amount) <= 0.01) = 0
    and count_if(is_at_earlier_rate) = 0
    and sum(line_count) >= :small_number
    and sum((expected_allowed_amount - allowed_amount) * line_count) > 0
  union all
  select payer, 'ESCALATOR_NOT_APPLIED', hcpcs_code, null, concat(basis, ' (', source_name, ', line ', source_line, ')'),
    min(raised_from_date), max(raised_to_date), sum(line_count), sum((expected_allowed_amount - allowed_amount) * line_count)
  from int_contract_volume
  where expected_status = 'PRICED' and is_at_earlier_rate
  group by payer, hcpcs_code, basis, source_name, source_line
)
select
  payer,
  leak,
  hcpcs_code,
  setting,
  basis,
  line_count,
  greatest(:first_month, coalesce(date_format(held_from_date, 'yyyy-MM'), :first_month)) as first_month,
  least(:last_month, coalesce(date_format(held_to_date, 'yyyy-MM'), :last_month)) as last_month,
  cast(round(amount, 2) as decimal(18,2)) as amount
from leak
order by amount desc nulls last, payer, leak, hcpcs_code, setting, basis
