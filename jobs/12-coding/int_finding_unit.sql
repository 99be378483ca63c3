-- Grain: one finding: a line over the limit of a line, or the last line of a code that is over the limit of a day of patient and physician.
with limited_line as (
  select
    l.claim_line_key,
    l.claim_line_number,
    l.claim_id,
    l.day_key,
    l.hcpcs_code,
    l.unit_quantity,
    max_by(
      struct(e.unit_limit, e.adjudication_indicator, e.effective_from_date, e.source_file),
      e.effective_from_date
    ) as edit
  from int_coding_line as l
  inner join medically_unlikely_edit as e
    on l.hcpcs_code = e.hcpcs_code and e.effective_from_date <= l.service_date
  group by all
),
counted_line as (
  select
    *,
    if(edit.adjudication_indicator = '1', unit_quantity, sum(unit_quantity) over day) as billed_quantity,
    edit.adjudication_indicator = '1'
    or row_number() over (partition by day_key, hcpcs_code order by claim_id desc, claim_line_number desc, claim_line_key) = 1 as is_last
  from limited_line
  window day as (partition by day_key, hcpcs_code)
)
select
  claim_line_key,
  'UNITS_OVER_LIMIT' as rule,
  cast(null as string) as other_hcpcs_code,
  cast(null as string) as right_hcpcs_code,
  concat(
    'limit ', edit.unit_limit, if(edit.adjudication_indicator = '1', ' a line', ' a day'),
    ', billed ', regexp_replace(cast(billed_quantity as string), '\\.?0+$', '')
  ) as detail,
  edit.source_file as source,
  edit.effective_from_date
from counted_line
where is_last and billed_quantity > edit.unit_limit
