-- Grain: one session: a patient's day in a region of a policy, whatever the number of lines, levels and sides. Units: injections. Paid where any line is, denied where any line is.
with session as (
  select
    patient_key,
    policy,
    region,
    service_date,
    min_by(struct(payer, rendering_npi, physician, site), struct(not is_own_policy, payer, rendering_npi, site, claim_line_key)) as first_line,
    max(is_own_policy) as is_own_policy,
    array_join(sort_array(collect_set(hcpcs_code)), ' ') as hcpcs_codes,
    cast(count(*) as int) as line_count,
    -- Where nothing but a facility or a duplicate speaks of the day, that is what was done.
    cast(coalesce(sum(unit_count) filter (where is_counted_in_units), sum(unit_count)) as int) as unit_count,
    cast(coalesce(sum(unit_and_side_count) filter (where is_counted_in_units), sum(unit_and_side_count)) as int) as unit_and_side_count,
    max(is_paid) as is_paid,
    max(is_denied) as is_denied
  from int_session_line
  group by patient_key, policy, region, service_date
)
select
  patient_key,
  policy,
  region,
  service_date,
  first_line.payer as payer,
  is_own_policy,
  first_line.rendering_npi as rendering_npi,
  first_line.physician as physician,
  first_line.site as site,
  hcpcs_codes,
  line_count,
  unit_count,
  unit_and_side_count,
  cast(count(*) over (partition by patient_key, policy, service_date) as int) as day_region_count,
  is_paid,
  is_denied
from session
