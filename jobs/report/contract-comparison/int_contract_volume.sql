-- Grain: one row of int_volume, beside the term that prices it and whether the payer still pays by the term or increase before. Units: US dollars; amounts are of one line.
with raised_factor as (
  -- A factor can come again with another factor before it: all of them, or a line would count once for each.
  select
    contract,
    method,
    factor,
    collect_set(earlier_factor) as earlier_factors,
    min(effective_from_date) as raised_from_date,
    max(coalesce(effective_to_date, date'9999-12-31')) as raised_to_date
  from (
    select
      contract,
      method,
      factor,
      effective_from_date,
      effective_to_date,
      coalesce(lag(factor) over (partition by contract, method order by effective_from_date), 1) as earlier_factor
    from contract_escalator
  )
  where earlier_factor <> factor
  group by contract, method, factor
),
successor_term as (
  -- A term that goes on from another with another percent is an increase as well, each of its ranges of codes from its own.
  select
    contract,
    source_file,
    source_line,
    collect_set(struct(code_from, code_to, code_form, percent, earlier_percent)) as earlier_terms,
    min(effective_from_date) as raised_from_date,
    max(coalesce(effective_to_date, date'9999-12-31')) as raised_to_date
  from (
    select
      contract,
      source_file,
      source_line,
      code_from,
      code_to,
      code_form,
      percent,
      effective_from_date,
      effective_to_date,
      lag(percent) over (
        partition by contract, method, code_from, code_to, setting, place_of_service_code, hcpcs_modifier, medicare_scenario
        order by effective_from_date, term_rank
      ) as earlier_percent
    from contract_term
    where percent is not null
  )
  where earlier_percent <> percent
  group by contract, source_file, source_line
),
term_bound as (
  select
    contract,
    source_file,
    source_line,
    min(effective_from_date) as term_from_date,
    max(coalesce(effective_to_date, date'9999-12-31')) as term_to_date
  from contract_term
  group by contract, source_file, source_line
)
select
  v.payer,
  v.payer_class,
  v.contract,
  v.price_key,
  v.hcpcs_code,
  v.setting,
  v.modifiers,
  v.charge_amount,
  v.allowed_amount,
  v.medicare_fee_amount,
  v.expected_allowed_amount,
  v.expected_status,
  v.line_count,
  c.basis,
  element_at(split(c.source_file, '[/\\\\]'), -1) as source_name,
  c.source_line,
  c.contract_amount,
  coalesce(
    v.allowed_amount < v.expected_allowed_amount
    and (
      exists(
        e.earlier_factors,
        earlier -> abs(v.allowed_amount - round(v.expected_allowed_amount * earlier / c.escalator_factor, 2)) <= 0.01
      )
      or exists(
        t.earlier_terms,
        earlier -> earlier.percent = c.percent
        and (
          earlier.code_from is null
          or v.hcpcs_code between earlier.code_from and earlier.code_to
          and translate(v.hcpcs_code, '0123456789', '9999999999') = earlier.code_form
        )
        and abs(v.allowed_amount - round(v.expected_allowed_amount * earlier.earlier_percent / earlier.percent, 2)) <= 0.01
      )
    ),
    false
  ) as is_at_earlier_rate,
  coalesce(e.raised_from_date, t.raised_from_date) as raised_from_date,
  coalesce(e.raised_to_date, t.raised_to_date) as raised_to_date,
  b.term_from_date,
  b.term_to_date
from int_volume as v
left join int_contract_price as c
  on v.price_key = c.price_key and v.contract = c.contract
left join raised_factor as e
  on v.contract = e.contract and c.method = e.method and c.escalator_factor = e.factor
left join successor_term as t
  on v.contract = t.contract and c.source_file = t.source_file and c.source_line = t.source_line
left join term_bound as b
  on v.contract = b.contract and c.source_file = b.source_file and c.source_line = b.source_line
