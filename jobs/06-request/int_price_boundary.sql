-- Grain: one date on which some price rule changes. Between two of them a price does not depend on the day.
with rule as (
  select effective_from_date, cast(null as date) as effective_to_date from relative_value
  union all
  select effective_from_date, null from gpci
  union all
  select effective_from_date, effective_to_date from conversion_factor
  union all
  select effective_from_date, effective_to_date from work_index_floor
  union all
  select effective_from_date, effective_to_date from modifier_effect
  union all
  select effective_from_date, effective_to_date from bilateral_rule
  union all
  select effective_from_date, effective_to_date from surgeon_role_rule
  union all
  select effective_from_date, effective_to_date from setting_rule
  union all
  select effective_from_date, effective_to_date from multiple_procedure_rule
  union all
  select effective_from_date, effective_to_date from credential_rule
  union all
  select effective_from_date, effective_to_date from participation_rule
  union all
  select effective_from_date, effective_to_date from payment_system_rule
  union all
  select effective_from_date, null from asc_payment
  union all
  select effective_from_date, null from opps_payment
  union all
  select effective_from_date, null from medically_unlikely_edit
  union all
  select effective_from_date, null from release_calendar
  union all
  select effective_from_date, null from reference_calendar
  union all
  select effective_from_date, effective_to_date from contract
  union all
  select effective_from_date, effective_to_date from contract_term
  union all
  select effective_from_date, effective_to_date from contract_fee
  union all
  select effective_from_date, effective_to_date from contract_escalator
)
select distinct boundary_date
from (
  select effective_from_date as boundary_date from rule
  union all
  select date_add(effective_to_date, 1) from rule
  union all
  select make_date(year(effective_from_date), 1, 1) from relative_value
  union all
  select make_date(year(effective_from_date) + 1, 1, 1) from relative_value
  union all
  select make_date(year(effective_from_date) + 1, 1, 1) from asc_payment
  union all
  select make_date(year(effective_from_date) + 1, 1, 1) from opps_payment
)
where boundary_date is not null
