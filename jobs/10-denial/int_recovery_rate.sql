-- Grain: one payer, kind of denial (denied or partly_denied) and denial group of the chains, with the share (0..1) of its closed denials that were paid later, and where that share comes from.
with payer_tally as (
  select
    payer,
    denial_kind,
    denial_group,
    count_if(outcome <> 'OPEN') as closed_line_count,
    count_if(outcome <> 'OPEN' and recovered_amount > 0) as recovered_line_count
  from int_denial
  group by payer, denial_kind, denial_group
),
tally_with_group as (
  select
    *,
    sum(closed_line_count) over (partition by denial_kind, denial_group) as group_closed_line_count,
    sum(recovered_line_count) over (partition by denial_kind, denial_group) as group_recovered_line_count
  from payer_tally
),
tally_with_preset as (
  select
    g.payer,
    g.denial_kind,
    g.denial_group,
    g.closed_line_count,
    g.recovered_line_count,
    g.group_closed_line_count,
    g.group_recovered_line_count,
    min_by(struct(d.recovery_rate, d.least_line_count), d.denial_group = '*') as preset
  from tally_with_group as g
  cross join int_denial_date as a
  left join recovery_default as d
    on (d.denial_group = g.denial_group or d.denial_group = '*')
    and a.denial_as_of_date between d.effective_from_date and coalesce(d.effective_to_date, date'9999-12-31')
  group by all
)
select
  payer,
  denial_kind,
  denial_group,
  case
    when closed_line_count >= preset.least_line_count then 'PAYER_AND_GROUP'
    when group_closed_line_count >= preset.least_line_count then 'GROUP'
    else 'DEFAULT'
  end as recovery_basis,
  cast(case
    when closed_line_count >= preset.least_line_count then closed_line_count
    when group_closed_line_count >= preset.least_line_count then group_closed_line_count
  end as bigint) as closed_line_count,
  cast(case
    when closed_line_count >= preset.least_line_count then cast(recovered_line_count as decimal(18,0)) / closed_line_count
    when group_closed_line_count >= preset.least_line_count then cast(group_recovered_line_count as decimal(18,0)) / group_closed_line_count
    else preset.recovery_rate
  end as decimal(18,10)) as recovery_rate
from tally_with_preset
