-- Grain: one date of service that has to be priced, with the latest date at or before it on which a price rule changed.
select
  d.service_date,
  coalesce(max(b.boundary_date), d.service_date) as price_period_date
from (select distinct service_date from int_priceable_line where service_date is not null) as d
left join int_price_boundary as b
  on b.boundary_date <= d.service_date
group by d.service_date
