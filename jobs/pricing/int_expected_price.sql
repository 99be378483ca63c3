-- Grain: one price key and payer: what the payer is expected to allow before the charge is looked at, by what rule, or why nothing is expected. Units: US dollars.
with wanted as (
  select distinct
    k.price_key,
    v.price_period_date,
    k.payer,
    k.payer_class
  from int_price_key as k
  inner join int_service as v
    on k.service_key = v.service_key
)
select
  w.price_key,
  w.payer,
  case
    when w.payer_class = 'unmapped' then 'UNMAPPED_PAYER'
    when w.payer_class <> 'medicare' and t.percent is null then 'NO_CONTRACT'
    else m.pricing_status
  end as expected_status,
  case
    when w.payer_class = 'medicare' then 'Medicare'
    when t.percent is not null then concat(format_number(t.percent, '0.##'), '% of Medicare')
  end as expected_basis,
  cast(case
    when w.payer_class = 'medicare' then m.medicare_fee_amount
    when t.percent is not null then round(m.medicare_fee_amount * t.percent / 100, 2)
  end as decimal(12,2)) as expected_allowed_amount,
  w.payer_class = 'medicare' as is_lesser_of_charge
from wanted as w
inner join int_medicare_price as m
  on w.price_key = m.price_key and m.scenario = 'as_billed'
left join practice_percent as t
  on w.payer = t.payer
  and w.price_period_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
  and w.payer_class <> 'medicare'
