-- Grain: one price key under a contract with a ladder of its own: its rank by the contract's own amounts among the procedures of its day that Medicare ranks too, and what is left of its units. A procedure of several units takes as many ranks; two sides are one procedure.
with member as (
  select
    b.price_key,
    b.contract,
    b.day_service_key,
    b.ordinal,
    b.hcpcs_code,
    b.unit_quantity,
    cast(ceil(b.unit_quantity) as int) as rank_count,
    if(d.procedure_name like 'sides of %', d.procedure_name, concat('line ', b.price_key)) as procedure_name,
    cast(b.base_amount * b.escalator_factor as decimal(20,10))
    * coalesce(if(b.method = 'percent_of_medicare', b.percent, null), 100) * b.bilateral_percent * b.side_percent as procedure_amount
  from int_contract_base as b
  left join int_day_procedure as d
    on b.price_key = d.price_key and b.medicare_scenario = d.scenario
  where b.is_reduced_by_contract and b.base_status = 'PRICED'
),
procedure as (
  select
    contract,
    day_service_key,
    procedure_name,
    min(hcpcs_code) as first_code,
    min(ordinal) as first_ordinal,
    max(rank_count) as rank_count,
    sum(procedure_amount) as procedure_amount
  from member
  group by contract, day_service_key, procedure_name
),
ranked_procedure as (
  select
    *,
    cast(1 + coalesce(sum(rank_count) over (
      partition by contract, day_service_key
      order by procedure_amount desc, first_code, first_ordinal, procedure_name
      rows between unbounded preceding and 1 preceding
    ), 0) as int) as procedure_rank,
    cast(count(*) over (partition by contract, day_service_key) as int) as procedure_count
  from procedure
)
select
  m.price_key,
  m.contract,
  r.procedure_rank,
  r.procedure_count,
  cast(sum(
    (least(coalesce(l.rank_to, 1000000), r.procedure_rank + m.rank_count - 1) - greatest(l.rank_from, r.procedure_rank) + 1)
    * l.percent / 100
  ) * m.unit_quantity / m.rank_count as decimal(15,5)) as counted_unit_quantity
from member as m
inner join ranked_procedure as r
  on m.contract = r.contract and m.day_service_key = r.day_service_key and m.procedure_name = r.procedure_name
inner join contract_ladder as l
  on m.contract = l.contract
  and l.rank_from <= r.procedure_rank + m.rank_count - 1
  and coalesce(l.rank_to, 1000000) >= r.procedure_rank
group by m.price_key, m.contract, r.procedure_rank, r.procedure_count, m.unit_quantity, m.rank_count
