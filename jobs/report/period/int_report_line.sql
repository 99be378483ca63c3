-- Grain: one current claim line of the months through the report's last that it looks back to, judged: compared, underpaid, denied, or why not. Units: US dollars.
with dated_line as (
  select
    *,
    case
      when :date_basis = 'service' then service_month
      when is_adjudicated then payment_month
      else 'open'
    end as report_month
  from int_judged_line
)
select
  d.*,
  -- A denial that no row of the table groups is in a group all the same.
  if(d.is_denied or d.is_partly_denied, coalesce(c.denial_group, 'Other'), null) as denial_group,
  if(d.is_denied or d.is_partly_denied, coalesce(c.denial_reason, 'Other'), null) as denial_reason,
  if(d.is_denied or d.is_partly_denied, coalesce(c.denial_owner, 'Unassigned'), null) as denial_owner,
  if(d.is_denied or d.is_partly_denied, coalesce(c.preventable, 'unknown'), null) as preventable,
  d.is_adjudicated
    and d.charge_amount > 0
    and not d.is_duplicate
    and (d.is_denied or f.exclusion is distinct from 'CAPITATED') as is_in_denial_rate,
  w.work_quantity,
  coalesce(d.is_adjudicated and (d.allowed_amount > 0 or d.is_denied and w.is_denied_counted), false) as is_work_counted
from dated_line as d
left join int_work_quantity as w
  on d.price_key = w.price_key
left join int_first_answer as f
  on d.claim_line_key = f.claim_line_key
left join int_denial_combination as c
  on if(d.is_denied or d.is_partly_denied, coalesce(d.remark_codes, ''), null) = c.remark_codes
  and d.denial_reason_code <=> c.denial_reason_code
  and d.payment_month <=> c.payment_month
where d.report_month between :first_month and :report_month
  or d.report_month = 'open'
  or d.report_month = 'unknown'
