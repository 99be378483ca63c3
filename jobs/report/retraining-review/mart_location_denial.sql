-- Grain: one location and denial group that is its to change, in the period. Units: lines answered there, lines denied at first, US dollars; rate 0..1.
with location_total as (
  select site, count(*) as line_count
  from int_review_line
  where is_in_period
  group by site
),
denial_total as (
  select
    site,
    denial_group,
    count(*) as denied_line_count,
    sum(charge_amount) as charge_amount
  from int_explained_denial
  where accountable = 'location'
  group by site, denial_group
)
select
  a.site,
  d.denial_group,
  a.line_count,
  d.denied_line_count,
  cast(cast(d.denied_line_count as decimal(18,0)) / a.line_count as decimal(18,10)) as denial_rate,
  cast(d.charge_amount as decimal(18,2)) as charge_amount
from location_total as a
inner join denial_total as d
  on a.site = d.site
order by d.charge_amount desc, a.site, d.denial_group
