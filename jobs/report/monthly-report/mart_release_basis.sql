-- Grain: one fee schedule, release that prices lines of the report period, and release in force on their days; null where none is loaded. Units: lines, US dollars as charged.
select
  k.label as fee_schedule,
  l.release_basis,
  l.release,
  l.release_in_force,
  count(*) as line_count,
  cast(sum(l.charge_amount) as decimal(22,2)) as charge_amount,
  if(l.release_basis = 'IN_FORCE', null, k.cms_page) as cms_page
from int_report_line as l
inner join reference_kind as k
  on l.payment_system = k.payment_system
where l.release_basis is not null
  and l.report_month between :period_first_month and :report_month
group by k.ordinal, k.label, k.cms_page, l.release_basis, l.release, l.release_in_force
order by k.ordinal, l.release_in_force, l.release, l.release_basis
