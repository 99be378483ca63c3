-- Grain: one control of the worklist. Units: rows or US dollars; is_required says that a difference stops the report.
with judged as (
  select
    count(*) as lines,
    coalesce(sum(- variance_amount) filter (where is_underpaid), 0) as underpaid
  from int_judged_line
),
adjudicated as (
  select count(*) as lines
  from int_adjudicated_line
  where line_status = 'current'
),
-- A line that is denied in part is on the list as a denial: its own underpayment is not.
found as (
  select
    count(*) as lines,
    count(distinct f.claim_line_key) as distinct_lines,
    coalesce(sum(f.underpaid_amount), 0) + coalesce(sum(- l.variance_amount) filter (where f.worklist_finding <> 'UNDERPAID' and l.is_underpaid), 0) as underpaid,
    coalesce(sum(f.open_amount), 0) as open_amount,
    coalesce(sum(f.lost_amount), 0) as lost_amount
  from int_listed_line as f
  left join int_judged_line as l
    on f.claim_line_key = l.claim_line_key
),
claim as (
  select
    coalesce(sum(line_count), 0) as lines,
    coalesce(sum(open_amount), 0) as open_amount,
    coalesce(sum(lost_amount), 0) as lost_amount,
    coalesce(sum(recovered_amount), 0) as recovered
  from int_listed_claim
),
recovered as (
  select coalesce(sum(recovered_amount), 0) as recovered
  from int_recovered_line
),
edit as (
  select count(*) as edits, count_if(is_claim_known) as placed_edits
  from int_worklist_edit
),
sent_now as (
  select
    coalesce(sum(s.standing_allowed_amount), 0) as standing,
    coalesce(sum(l.allowed_amount), 0) as allowed
  from (
    select claim_line_key, max_by(standing_allowed_amount, standing_date) as standing_allowed_amount
    from int_sent_allowed
    group by claim_line_key
  ) as s
  inner join int_adjudicated_line as l
    on s.claim_line_key = l.claim_line_key
),
control as (
  select stack(
    9,
    1, 'Current claim lines: adjudicated = judged', 'rows', cast(adjudicated.lines as decimal(18,2)), cast(judged.lines as decimal(18,2)), true,
    2, 'Finding lines: one finding a line', 'rows', cast(found.distinct_lines as decimal(18,2)), cast(found.lines as decimal(18,2)), true,
    3, 'Finding lines: lines = claims', 'rows', cast(found.lines as decimal(18,2)), cast(claim.lines as decimal(18,2)), true,
    4, 'Underpaid: judged lines = worklist', 'dollars', cast(judged.underpaid as decimal(18,2)), cast(found.underpaid as decimal(18,2)), true,
    5, 'Expected recovery: lines = claims', 'dollars', cast(found.open_amount as decimal(18,2)), cast(claim.open_amount as decimal(18,2)), true,
    6, 'Past deadline: lines = claims', 'dollars', cast(found.lost_amount as decimal(18,2)), cast(claim.lost_amount as decimal(18,2)), true,
    7, 'Recovered: lines = claims', 'dollars', cast(recovered.recovered as decimal(18,2)), cast(claim.recovered as decimal(18,2)), true,
    8, 'Allowed now on sent lines: by their history = adjudicated', 'dollars', cast(sent_now.allowed as decimal(18,2)), cast(sent_now.standing as decimal(18,2)), false,
    9, 'Recorded edits: all = of claims in the warehouse', 'rows', cast(edit.edits as decimal(18,2)), cast(edit.placed_edits as decimal(18,2)), false
  ) as (ordinal, control, unit, expected_amount, found_amount, is_required)
  from judged
  cross join adjudicated
  cross join found
  cross join claim
  cross join recovered
  cross join edit
  cross join sent_now
)
select
  ordinal,
  control,
  unit,
  cast(expected_amount as decimal(18,2)) as expected_amount,
  cast(found_amount as decimal(18,2)) as found_amount,
  cast(found_amount - expected_amount as decimal(18,2)) as difference_amount,
  is_required
from control
order by ordinal
