-- Grain: one code that some loaded release ranks with the other procedures of its day (multiple procedure indicator 1, 2 or 3).
select distinct hcpcs_code
from relative_value
where multiple_procedure_indicator in ('1', '2', '3')
