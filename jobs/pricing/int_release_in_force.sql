-- Grain: one kind of release and one pricing date: the latest release of its year by then, or else the earliest one after.
with release as (
  select distinct 'relative_value' as kind, release, effective_from_date from relative_value
  union all
  select distinct 'gpci' as kind, release, effective_from_date from gpci
  union all
  select distinct 'asc' as kind, release, effective_from_date from asc_payment
  union all
  select distinct 'opps' as kind, release, effective_from_date from opps_payment
)
select
  r.kind,
  d.pricing_date,
  coalesce(
    max_by(r.release, r.effective_from_date) filter (where r.effective_from_date <= d.pricing_date),
    min_by(r.release, r.effective_from_date)
  ) as release,
  coalesce(max(r.effective_from_date <= d.pricing_date), false) = false as is_later_release
from (
  select pricing_date from int_service_request where pricing_date is not null
  union
  select work_rvu_date from int_service_request where work_rvu_date is not null
) as d
inner join release as r
  on year(r.effective_from_date) = year(d.pricing_date)
group by r.kind, d.pricing_date
