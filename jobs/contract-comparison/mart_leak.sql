-- Grain: one payer, kind of leak and code, setting or term: money that a term, a charge or a loading error costs. Units: lines, US dollars over the period.
with raised as (
  select distinct
    contract,
    factor,
    coalesce(lag(factor) over (partition by contract, method order by effective_from_date), 1) as earlier_factor
  from contract_escalator
),
followed as (
  -- A term that goes on from another with another percent is an increase as well.
  select
    contract,
    source_file,
    source_line,
    percent,
    lag(percent) over (
      partition by contract, method, code_from, code_to, setting, place_of_service_code, hcpcs_modifier, medicare_scenario
      order by effective_from_date
    ) as earlier_percent
  from contract_term
  where percent is not null
),
by_line as (
  select
    v.*,
    c.basis,
    element_at(split(c.source_file, '[/\\\\]'), -1) as source_name,
    c.source_file,
    c.source_line,
    c.contract_amount,
    coalesce(
      allowed_amount < expected_allowed_amount
      and (
        abs(allowed_amount - round(expected_allowed_amount * e.earlier_factor / c.escalator_factor, 2)) <= 0.01
        and e.earlier_factor <> c.escalator_factor
        or abs(allowed_amount - round(expected_allowed_amount * t.earlier_percent / t.percent, 2)) <= 0.01
        and t.earlier_percent <> t.percent
      ), false
    ) as is_at_earlier_rate
  from int_volume as v
  left join int_contract_price as c
    on v.price_key = c.price_key and v.contract = c.contract
  left join raised as e
    on v.contract = e.contract and c.escalator_factor = e.factor
  left join (select distinct contract, source_file, source_line, percent, earlier_percent from followed) as t
    on v.contract = t.contract and c.source_file = t.source_file and c.source_line = t.source_line
),
leak as (
  select payer, 'CHARGE_LIMITS_PRICE' as leak, hcpcs_code, setting, cast(null as string) as basis,
    sum(line_count) as line_count,
    sum((contract_amount - charge_amount) * line_count) as amount
  from by_line
  where charge_amount <= allowed_amount and contract_amount > charge_amount
  group by payer, hcpcs_code, setting
  union all
  select payer, 'CHARGE_AT_ALLOWED', hcpcs_code, setting, null,
    sum(line_count), cast(null as decimal(18,2))
  from by_line
  where charge_amount <= allowed_amount and (contract_amount is null or contract_amount <= charge_amount)
  group by payer, hcpcs_code, setting
  union all
  select payer, 'BELOW_MEDICARE', hcpcs_code, setting, null,
    sum(line_count), sum((medicare_fee_amount - allowed_amount) * line_count)
  from by_line
  where allowed_amount < medicare_fee_amount and payer_class not in ('medicare', 'medicaid')
  group by payer, hcpcs_code, setting
  union all
  select payer, 'TERM_NEVER_APPLIED', hcpcs_code, null, concat(basis, ' (', source_name, ', line ', source_line, ')'),
    sum(line_count), sum((expected_allowed_amount - allowed_amount) * line_count)
  from by_line
  where expected_status = 'PRICED' and source_line is not null
  group by payer, hcpcs_code, basis, source_name, source_line
  having count_if(abs(allowed_amount - expected_allowed_amount) <= 0.01) = 0
    and count_if(is_at_earlier_rate) = 0
    and sum(line_count) >= :small_number
    and sum((expected_allowed_amount - allowed_amount) * line_count) > 0
  union all
  select payer, 'ESCALATOR_NOT_APPLIED', hcpcs_code, null, concat(basis, ' (', source_name, ', line ', source_line, ')'),
    sum(line_count), sum((expected_allowed_amount - allowed_amount) * line_count)
  from by_line
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
  cast(round(amount, 2) as decimal(18,2)) as amount
from leak
order by amount desc nulls last, payer, leak, hcpcs_code, setting, basis
