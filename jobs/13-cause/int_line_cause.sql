-- Grain: one line that was allowed too little and that a cause of its payer explains to the cent: the cause, or all that fit it equally, in words.
select
  f.claim_line_key,
  cast(count(*) as int) as cause_count,
  array_join(sort_array(collect_list(f.cause)), ' or ') as cause,
  array_join(sort_array(collect_list(f.cause_wording)), ' or ') as cause_wording,
  array_join(sort_array(collect_set(f.broken_rule)), '; ') as broken_rule
from int_cause_fit as f
inner join (select payer, explode(causes) as cause from int_payer_cause) as c
  on f.payer = c.payer and f.cause = c.cause
where f.is_exact
group by f.claim_line_key
