-- Grain: one remit line that has adjustments, summed by what they are for the money. Units: US dollars as sent; denial is the largest denying one; undecided_role says why nothing was decided where every reason that is no write-off says so.
with line_adjustment as (
  select a.remit_line_key, a.group_code, a.reason_code, a.amount, a.role
  from int_adjustment as a
  inner join int_remit_line as r
    on a.remit_line_key = r.remit_line_key
  union all
  select remit_line_key, laid_reason.group_code, laid_reason.reason_code, laid_amount, laid_reason.role
  from int_remit_line
  where laid_amount <> 0
)
select
  remit_line_key,
  cast(sum(if(role = 'cost_share', amount, 0)) as decimal(14,2)) as cost_share_amount,
  cast(sum(if(role = 'sequestration', amount, 0)) as decimal(14,2)) as sequestration_amount,
  cast(sum(if(group_code = 'PR', amount, 0)) as decimal(14,2)) as patient_responsibility_amount,
  cast(sum(if(role = 'prior_payer', amount, 0)) as decimal(14,2)) as prior_payer_amount,
  cast(sum(if(role = 'contractual', amount, 0)) as decimal(14,2)) as contractual_amount,
  -- Incentives, penalties and interest: paid or withheld beside the allowed amount.
  cast(sum(if(role in ('incentive', 'interest'), amount, 0)) as decimal(14,2)) as outside_allowed_amount,
  coalesce(max(role = 'capitated' and amount <> 0), false) as is_capitated,
  if(
    min(role in ('duplicate', 'pending', 'forwarded', 'predetermination', 'contractual')) filter (where amount <> 0),
    max(role) filter (where role in ('duplicate', 'pending', 'forwarded', 'predetermination') and amount <> 0),
    null
  ) as undecided_role,
  -- Only write-offs: a denial where the claim's status or a remark code says so.
  coalesce(min(role = 'contractual') filter (where amount <> 0), true) as is_written_off,
  max(struct(abs(amount) as amount, group_code, reason_code)) filter (where amount <> 0) as largest,
  max(struct(abs(amount) as amount, group_code, reason_code)) filter (where role in ('denial', 'duplicate') and amount <> 0) as denial
from line_adjustment
group by remit_line_key
