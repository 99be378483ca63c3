-- Grain: one price key and contract of a line that was allowed too little, mistake, detail and amount: what the mistake makes of the price before the charge is looked at. Only of prices that the same steps make right without the mistake. Units: US dollars.
with changed_price as (
  select
    p.price_key,
    p.payer_class,
    p.contract,
    p.method,
    p.full_price_amount,
    k.mistake,
    k.detail,
    coalesce(k.fee_amount, p.fee_amount) as fee_amount,
    coalesce(k.base_amount, p.base_amount) as base_amount,
    coalesce(k.percent, p.percent) as percent,
    coalesce(k.escalator_factor, p.escalator_factor) as escalator_factor,
    coalesce(k.counted_unit_quantity, p.counted_unit_quantity) as counted_unit_quantity,
    p.rank_reduction_amount,
    p.endoscopic_reduction_amount,
    p.opps_cap_amount * p.unit_quantity as line_cap_amount,
    cast(
      cast(coalesce(k.bilateral_percent, p.bilateral_percent) * p.side_percent * 0.0001 as decimal(10,6))
      * cast(
        coalesce(k.medicare_modifier_percent, p.medicare_modifier_percent) * p.medicare_credential_percent * p.participation_percent * 0.000001
        as decimal(12,9)
      ) as decimal(17,12)
    ) as medicare_factor,
    cast(coalesce(k.modifier_percent, p.modifier_percent) * coalesce(k.credential_percent, p.credential_percent) / 10000 as decimal(18,12)) as contract_factor
  from int_short_price as p
  inner join int_mistake_change as k
    on p.price_key = k.price_key and p.payer_class = k.payer_class and p.contract <=> k.contract
),
medicare_line as (
  select
    *,
    round(least(
      cast((fee_amount - endoscopic_reduction_amount) * counted_unit_quantity - rank_reduction_amount as decimal(18,7)) * medicare_factor,
      cast(line_cap_amount as decimal(18,5)) * medicare_factor
    ), 2) as medicare_line_amount
  from changed_price
),
mistaken_price as (
  select
    *,
    cast(case
      when method = 'percent_of_medicare'
        then round(cast(medicare_line_amount * percent / 100 as decimal(20,8)) * cast(contract_factor * escalator_factor as decimal(18,12)), 2)
      when rank_reduction_amount = 0 and endoscopic_reduction_amount = 0
        then round(
          cast(cast(base_amount * escalator_factor as decimal(20,10)) * cast(medicare_factor * contract_factor as decimal(18,12)) as decimal(26,14))
          * cast(counted_unit_quantity as decimal(18,8)), 2
        )
    end as decimal(12,2)) as mistaken_amount
  from medicare_line
),
checked_price as (
  select
    *,
    max(if(mistake is null, mistaken_amount, null)) over (partition by price_key, payer_class, contract) as right_amount
  from mistaken_price
)
select distinct
  price_key,
  payer_class,
  contract,
  mistake,
  detail,
  mistaken_amount
from checked_price
where mistake is not null and right_amount = full_price_amount and mistaken_amount < full_price_amount
