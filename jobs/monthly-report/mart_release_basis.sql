-- Grain: one fee schedule, release that prices lines of the report month, and release in force on their days; null where none is loaded. Units: lines, US dollars as charged.
with line as (
  select
    case payment_system when 'physician' then 'relative_value' else payment_system end as kind,
    release,
    release_in_force,
    case
      when pricing_status = 'NO_RELEASE' then 'NO_RELEASE'
      when is_later_release then 'LATER_RELEASE'
      when is_earlier_release then 'EARLIER_RELEASE'
      else 'IN_FORCE'
    end as release_basis,
    charge_amount
  from int_report_line
  where report_month = :report_month
    and pricing_status in ('PRICED', 'NO_RELEASE')
)
select
  k.label as fee_schedule,
  l.release_basis,
  l.release,
  l.release_in_force,
  count(*) as line_count,
  cast(sum(l.charge_amount) as decimal(22,2)) as charge_amount,
  if(l.release_basis = 'IN_FORCE', null, k.cms_page) as cms_page
from line as l
left join reference_kind as k
  on l.kind = k.kind
group by k.ordinal, k.label, k.cms_page, l.release_basis, l.release, l.release_in_force
order by k.ordinal, l.release_in_force, l.release, l.release_basis
