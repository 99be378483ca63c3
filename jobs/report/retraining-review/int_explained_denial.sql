-- Grain: one line of the period that was denied at first, with its chain, the finding of the coding review that explains it best, and what its group teaches. Units: US dollars.
with explained_line as (
  select
    l.claim_line_key,
    min_by(
      struct(f.rule, f.label, f.fix, f.other_hcpcs_code, f.source, f.effective_from_date),
      struct(e.priority, f.rule, f.other_hcpcs_code, f.detail)
    ) as finding
  from int_review_line as l
  inner join int_coding_finding as f
    on l.claim_line_key = f.claim_line_key
  inner join finding_denial as e
    on f.finding_group = e.finding_group and l.denial_group = e.denial_group
    and l.first_payment_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
  where l.is_in_period and l.is_initially_denied
  group by l.claim_line_key
),
-- The lesson of the signal, whole, or that of the group: never a part of each.
taught_line as (
  select
    l.claim_line_key,
    coalesce(
      if(s.denial_signal is null, null, struct(s.lesson, s.change, s.since_date, s.source)),
      if(g.denial_signal is null, null, struct(g.lesson, g.change, g.since_date, g.source))
    ) as taught
  from int_review_line as l
  left join retraining_lesson as s
    on l.denial_signal = s.denial_signal
    and l.first_payment_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
  left join retraining_lesson as g
    on l.denial_group = g.denial_signal
    and l.first_payment_date between g.effective_from_date and coalesce(g.effective_to_date, date'9999-12-31')
  where l.is_in_period and l.is_initially_denied
)
select
  l.*,
  d.denial_owner,
  d.outcome,
  d.recovered_amount,
  d.at_stake_amount,
  e.finding.rule as coding_rule,
  e.finding.label as finding_label,
  e.finding.fix as finding_fix,
  e.finding.other_hcpcs_code as other_hcpcs_code,
  e.finding.source as finding_source,
  e.finding.effective_from_date as finding_date,
  t.taught.lesson as lesson,
  t.taught.change as change,
  t.taught.since_date as lesson_date,
  t.taught.source as lesson_source
from int_review_line as l
left join int_denial as d
  on l.claim_line_key = d.claim_line_key
left join explained_line as e
  on l.claim_line_key = e.claim_line_key
left join taught_line as t
  on l.claim_line_key = t.claim_line_key
where l.is_in_period and l.is_initially_denied
