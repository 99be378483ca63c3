-- Grain: one rendering physician, location and denial group that is not the physician's to change, in the period. Units: lines, US dollars.
select
  rendering_npi,
  physician,
  site,
  denial_group,
  coalesce(denial_owner, 'Unassigned') as denial_owner,
  accountable,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount
from int_explained_denial
where not is_counted
group by rendering_npi, physician, site, denial_group, coalesce(denial_owner, 'Unassigned'), accountable
order by physician, rendering_npi, charge_amount desc, site, denial_group
