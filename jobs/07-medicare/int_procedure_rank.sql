-- Grain: one price request and part of its fee that ranks with others of its day: where it ranks and what is left of its units. Units: US dollars; a procedure of several units takes as many ranks.
with part as (
  select
    d.*,
    l.ladder,
    l.part,
    concat(l.ladder, if(l.is_within_imaging_family, concat(' ', coalesce(d.imaging_family_indicator, '')), '')) as ladder_group,
    case l.part
      when 'all' then (d.fee_amount - d.endoscopic_reduction_amount)
      when 'practice_expense' then d.exact_practice_expense_amount
      -- The fee of a component as CMS publishes it, to the cent.
      when 'professional' then coalesce(round(d.exact_professional_amount, 2), 0)
      when 'technical' then coalesce(round(d.exact_technical_amount, 2), 0)
    end as part_amount
  from int_day_procedure as d
  inner join (
    select distinct payment_system, indicator, ladder, part, is_within_imaging_family
    from multiple_procedure_rule
  ) as l
    on d.payment_system = l.payment_system and d.multiple_procedure_indicator = l.indicator
),
procedure as (
  select
    day_service_key,
    scenario,
    ladder_group,
    part,
    procedure_name,
    min(ordinal) as first_ordinal,
    max(rank_count) as rank_count,
    sum(part_amount * bilateral_percent * side_percent) as procedure_amount
  from part
  where part_amount > 0 or part = 'all'
  group by day_service_key, scenario, ladder_group, part, procedure_name
),
ranked_procedure as (
  select
    *,
    cast(1 + coalesce(sum(rank_count) over (
      partition by day_service_key, scenario, ladder_group, part
      order by procedure_amount desc, first_ordinal, procedure_name
      rows between unbounded preceding and 1 preceding
    ), 0) as int) as day_rank,
    count(*) over (partition by day_service_key, scenario, ladder_group, part) as procedure_count
  from procedure
),
ranked_part as (
  select
    p.*,
    coalesce(p.given_rank, r.day_rank) as procedure_rank,
    r.procedure_count
  from part as p
  inner join ranked_procedure as r
    on p.day_service_key = r.day_service_key and p.scenario = r.scenario
    and p.ladder_group = r.ladder_group and p.part = r.part and p.procedure_name = r.procedure_name
),
step as (
  select
    p.*,
    m.percent,
    greatest(m.rank_from, p.procedure_rank) as step_rank,
    least(coalesce(m.rank_to, 1000000), p.procedure_rank + p.rank_count - 1) as last_step_rank,
    cast(
      least(coalesce(m.rank_to, 1000000), p.procedure_rank + p.rank_count - 1)
      - greatest(m.rank_from, p.procedure_rank) + 1 as decimal(9,0)
    ) as ranks_here
  from ranked_part as p
  inner join multiple_procedure_rule as m
    on p.payment_system = m.payment_system and p.multiple_procedure_indicator = m.indicator and p.part = m.part
    and p.pricing_date between m.effective_from_date and coalesce(m.effective_to_date, date'9999-12-31')
    and m.rank_from <= p.procedure_rank + p.rank_count - 1
    and coalesce(m.rank_to, 1000000) >= p.procedure_rank
)
select
  price_key,
  scenario,
  part,
  ladder,
  procedure_rank,
  cast(max(procedure_count) as int) as procedure_count,
  max(percent is null) as is_by_report,
  cast(sum(ranks_here * percent / 100) * max(unit_quantity) / max(rank_count) as decimal(15,5)) as counted_unit_quantity,
  -- Of therapy CMS publishes the reduced fee itself, to the cent; of a component a percent of its published fee is taken off.
  cast(sum(
    ranks_here * case
      when part = 'practice_expense' then fee_amount - round(exact_fee_amount - exact_practice_expense_amount * (100 - percent) / 100, 2)
      when part <> 'all' then part_amount * (100 - percent) / 100
    end
  ) as decimal(16,6)) as reduction_amount,
  concat(
    if(part = 'all', '', concat(replace(part, '_', ' '), ' part of ', format_number(max(part_amount), '0.00####'), ', ')),
    'rank ',
    array_join(
      transform(
        array_sort(collect_list(struct(step_rank, last_step_rank, percent))),
        s -> concat(
          s.step_rank,
          if(s.last_step_rank > s.step_rank, concat(' to ', s.last_step_rank), ''),
          if(s.percent is null, ' by report', concat(' at ', format_number(s.percent, '0.###'), '%'))
        )
      ),
      ', '
    )
  ) as rank_steps
from step
group by price_key, scenario, part, ladder, procedure_rank
