-- Grain: one rendering physician and denial group of the report period's denied lines; duplicates are a group too. Units: lines, US dollars charged.
select
  rendering_npi,
  physician,
  denial_group,
  is_duplicate,
  count(*) as denied_line_count,
  sum(charge_amount) as denied_charge_amount
from int_report_line
where report_month between :period_first_month and :report_month and is_denied
group by rendering_npi, physician, denial_group, is_duplicate
order by denied_charge_amount desc, denial_group, physician, rendering_npi
