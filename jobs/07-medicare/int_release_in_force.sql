-- Grain: one kind of release and one pricing date: the latest loaded release of its year by then, or else the earliest one after, and the release that CMS has in force. Unit limits have no year: the latest by then.
with day as (
  select pricing_date from int_service_request where pricing_date is not null
  union
  select work_rvu_date from int_service_request where work_rvu_date is not null
),
fee_release as (
  select distinct 'relative_value' as kind, release, effective_from_date from relative_value
  union all
  select distinct 'gpci' as kind, release, effective_from_date from gpci
  union all
  select distinct 'asc' as kind, release, effective_from_date from asc_payment
  union all
  select distinct 'opps' as kind, release, effective_from_date from opps_payment
),
loaded_release as (
  select
    r.kind,
    d.pricing_date,
    coalesce(
      max_by(r.release, r.effective_from_date) filter (where r.effective_from_date <= d.pricing_date),
      min_by(r.release, r.effective_from_date)
    ) as release,
    coalesce(
      max(r.effective_from_date) filter (where r.effective_from_date <= d.pricing_date),
      min(r.effective_from_date)
    ) as effective_from_date
  from day as d
  inner join fee_release as r
    on year(r.effective_from_date) = year(d.pricing_date)
  group by r.kind, d.pricing_date
  union all
  select
    'unit_limit' as kind,
    d.pricing_date,
    max_by(e.release, e.effective_from_date) as release,
    max(e.effective_from_date) as effective_from_date
  from day as d
  inner join (select distinct release, effective_from_date from medically_unlikely_edit) as e
    on e.effective_from_date <= d.pricing_date
  group by d.pricing_date
),
calendar_release as (
  select 'relative_value' as kind, release, effective_from_date from release_calendar
  union all
  select kind, release, effective_from_date from reference_calendar
),
current_release as (
  select
    c.kind,
    d.pricing_date,
    max_by(c.release, c.effective_from_date) as release,
    max(c.effective_from_date) as effective_from_date
  from day as d
  inner join calendar_release as c
    on c.effective_from_date <= d.pricing_date
  group by c.kind, d.pricing_date
)
select
  coalesce(l.kind, i.kind) as kind,
  coalesce(l.pricing_date, i.pricing_date) as pricing_date,
  l.release,
  coalesce(l.effective_from_date > l.pricing_date, false) as is_later_release,
  coalesce(l.effective_from_date < i.effective_from_date, false) as is_earlier_release,
  i.release as release_in_force
from loaded_release as l
full join current_release as i
  on l.kind = i.kind and l.pricing_date = i.pricing_date
