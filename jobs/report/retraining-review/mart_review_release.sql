-- Grain: one fee schedule, release that prices lines of the period, and release in force on their days; null where none is loaded. Units: lines, US dollars as charged.
select
  k.label as fee_schedule,
  l.release_basis,
  l.release,
  l.release_in_force,
  count(*) as line_count,
  cast(sum(l.charge_amount) as decimal(22,2)) as charge_amount
from int_review_line as r
inner join int_adjudicated_line as l
  on r.claim_line_key = l.claim_line_key
inner join reference_kind as k
  on l.payment_system = k.payment_system
where l.release_basis is not null
  and r.is_in_period
group by k.ordinal, k.label, k.cms_page, l.release_basis, l.release, l.release_in_force
order by k.ordinal, l.release_in_force, l.release, l.release_basis
