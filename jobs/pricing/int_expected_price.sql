-- Grain: one price key and payer: what the payer is expected to allow, by what rule, or why nothing is expected. Units: US dollars.
with wanted as (
  select distinct
    price_key,
    price_period_date,
    payer,
    payer_class
  from int_price_key
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
    when w.payer_class = 'medicare' then m.medicare_allowed_amount
    when t.percent is not null then round(m.medicare_allowed_amount * t.percent / 100, 2)
  end as decimal(12,2)) as expected_allowed_amount
from wanted as w
inner join int_medicare_price as m
  on w.price_key = m.price_key
left join practice_percent as t
  on w.payer = t.payer
  and w.price_period_date between t.effective_from_date and coalesce(t.effective_to_date, date'9999-12-31')
  and w.payer_class <> 'medicare'
