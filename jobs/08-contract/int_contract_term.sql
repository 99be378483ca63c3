-- Grain: one service and contract that has a term for it: the first term in rank that gives a rate, or else the percent of Medicare that gives none, with what the contract makes of modifiers, credential and date. Units: US dollars a unit; percents of 100.
with fitting_term as (
  select
    a.service_key,
    a.contract,
    v.hcpcs_code,
    v.setting,
    v.price_period_date,
    v.credential,
    array_distinct(array_compact(array(v.hcpcs_modifier_1, v.hcpcs_modifier_2, v.hcpcs_modifier_3, v.hcpcs_modifier_4))) as modifiers,
    m.component,
    u.pricing_status as medicare_status,
    t.* except (contract, setting)
  from (select distinct service_key, contract from int_contract_request) as a
  inner join int_service as v
    on a.service_key = v.service_key
  inner join contract_term as t
    on a.contract = t.contract
    and v.price_period_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
    and (t.code_from is null or v.hcpcs_code between t.code_from and t.code_to)
    and (t.code_from is null or translate(v.hcpcs_code, '0123456789', '9999999999') = t.code_form)
    and (t.setting is null or v.setting = t.setting)
    and (t.place_of_service_code is null or v.place_of_service_code = t.place_of_service_code)
    and (t.hcpcs_modifier is null or t.hcpcs_modifier in (v.hcpcs_modifier_1, v.hcpcs_modifier_2, v.hcpcs_modifier_3, v.hcpcs_modifier_4))
  left join int_modifier_summary as m
    on a.service_key = m.service_key and t.medicare_scenario = m.scenario
  left join int_unit_fee as u
    on a.service_key = u.service_key and t.medicare_scenario = u.scenario
),
listed_fee as (
  -- A part of a service (26, TC) never takes the amount of the whole.
  select
    f.service_key,
    f.contract,
    f.term_rank,
    max_by(
      struct(c.amount, c.hcpcs_modifier, c.source_file, c.source_line),
      struct(c.hcpcs_modifier is not null, c.setting is not null, c.hcpcs_modifier)
    ) as fee
  from fitting_term as f
  inner join contract_fee as c
    on f.contract = c.contract and f.fee_schedule = c.fee_schedule and f.hcpcs_code = c.hcpcs_code
    and f.price_period_date between c.effective_from_date and coalesce(c.effective_to_date, date'9999-12-31')
    and (c.setting is null or f.setting = c.setting)
    and if(f.component = '', c.hcpcs_modifier is null or array_contains(f.modifiers, c.hcpcs_modifier), c.hcpcs_modifier = f.component)
  group by f.service_key, f.contract, f.term_rank
),
rated_term as (
  select
    f.*,
    coalesce(l.fee.amount, f.amount) as rate_amount,
    l.fee.hcpcs_modifier as fee_modifier,
    coalesce(l.fee.source_file, f.source_file) as rate_source_file,
    coalesce(l.fee.source_line, f.source_line) as rate_source_line,
    case f.method
      when 'fee_schedule' then l.fee.amount is not null
      when 'fixed_amount' then f.component = '' or coalesce(f.hcpcs_modifier = f.component, false)
      -- Medicare has no fee for these; anything else that it cannot price is a fault of the line or of the loaded tables.
      when 'percent_of_medicare' then coalesce(f.medicare_status, '') not in ('CARRIER_PRICED', 'NOT_COVERED', 'NOT_COVERED_IN_ASC', 'NOT_VALID_FOR_MEDICARE')
      when 'percent_of_charge' then f.hcpcs_code is not null
      else true
    end as is_rate
  from fitting_term as f
  left join listed_fee as l
    on f.service_key = l.service_key and f.contract = l.contract and f.term_rank = l.term_rank
),
chosen_term as (
  select
    *,
    filter(array(hcpcs_modifier, fee_modifier), x -> x is not null and method in ('fee_schedule', 'fixed_amount')) as rate_modifiers
  from rated_term
  where is_rate or method = 'percent_of_medicare'
  qualify row_number() over (partition by service_key, contract order by is_rate desc, term_rank) = 1
),
acting_modifier as (
  select
    c.service_key,
    c.contract,
    c.modifier,
    array_contains(c.rate_modifiers, c.modifier) as is_in_rate,
    e.effect,
    p.percent
  from (select *, explode(modifiers) as modifier from chosen_term) as c
  left join modifier_effect as e
    on c.modifier = e.modifier
    and c.price_period_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
  left join contract_modifier as p
    on c.contract = p.contract and c.modifier = p.hcpcs_modifier
),
modifier_total as (
  select
    service_key,
    contract,
    max(percent) filter (where effect = 'bilateral' and not is_in_rate) as both_sides_percent,
    coalesce(max(effect = 'bilateral' and is_in_rate), false) as is_both_sides_in_rate,
    aggregate(
      collect_list(cast(percent as decimal(16,6))) filter (where coalesce(effect, '') <> 'bilateral' and not is_in_rate),
      cast(100 as decimal(16,6)),
      (product, percent) -> cast(product * percent / 100 as decimal(16,6))
    ) as modifier_percent,
    coalesce(max(is_in_rate and effect not in ('none', 'bilateral', 'component')), false) as is_modifier_in_rate,
    coalesce(max(effect = 'assistant_by_practitioner'), false) as is_credential_in_percent,
    max(case
      when is_in_rate or percent is not null then null
      when effect is null then 'UNKNOWN_MODIFIER'
      when effect = 'unpriced' then 'MODIFIER_NOT_PRICED'
      when effect = 'by_report' then 'BY_REPORT'
    end) as modifier_status
  from acting_modifier
  group by service_key, contract
)
select
  c.service_key,
  c.contract,
  c.term_rank,
  c.method,
  c.percent,
  c.rate_amount,
  c.medicare_scenario,
  c.is_reduced,
  c.basis,
  c.rate_source_file as source_file,
  c.rate_source_line as source_line,
  coalesce(e.factor, cast(1 as decimal(12,8))) as escalator_factor,
  s.both_sides_percent,
  coalesce(s.is_both_sides_in_rate, false) as is_both_sides_in_rate,
  coalesce(s.modifier_percent, cast(100 as decimal(16,6))) as modifier_percent,
  coalesce(s.is_modifier_in_rate, false) as is_modifier_in_rate,
  if(coalesce(s.is_credential_in_percent, false), cast(100 as decimal(7,3)), coalesce(r.percent, cast(100 as decimal(7,3)))) as credential_percent,
  s.modifier_status
from chosen_term as c
left join modifier_total as s
  on c.service_key = s.service_key and c.contract = s.contract
left join contract_credential as r
  on c.contract = r.contract and c.credential = upper(r.credential)
left join contract_escalator as e
  on c.contract = e.contract and c.method = e.method
  and c.price_period_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
