-- Grain: one patient, family of procedures, region and date, with the dates before it that the claims hold.
select
  patient,
  family,
  region,
  service_date,
  collect_list(service_date) over (
    partition by patient, family, region
    order by service_date
    rows between unbounded preceding and 1 preceding
  ) as earlier_dates
from (
  select distinct patient, family, region, service_date
  from int_coding_line
  where family is not null and service_date is not null
)
