-- Grain: one check and outcome: CHECKED, NOT_CONCERNED, or why the check stayed silent. Units: lines; US dollars charged.
select
  coding_check,
  outcome,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(22,2)) as charge_amount
from int_coding_check
group by coding_check, outcome
order by coding_check, outcome
