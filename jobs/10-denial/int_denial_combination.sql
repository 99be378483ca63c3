-- Grain: one combination of reason and remark codes in one payment month, with the group that the strongest fitting row gives it; of every denying answer, not only the latest.
with combination as (
  select distinct
    denial.reason_code as denial_reason_code,
    coalesce(array_join(sort_array(remark_codes), ' '), '') as remark_codes,
    date_format(payment_date, 'yyyy-MM') as payment_month
  from int_line_event
  where denial_kind is not null
)
select
  c.denial_reason_code,
  c.remark_codes,
  c.payment_month,
  coalesce(min_by(g.denial_group, g.priority), 'Other') as denial_group,
  coalesce(min(r.denial_reason), min_by(g.denial_group, g.priority), 'Other') as denial_reason,
  coalesce(min_by(g.owner, g.priority), 'Unassigned') as denial_owner,
  coalesce(min_by(g.preventable, g.priority), 'unknown') as preventable
from combination as c
left join denial_group as g
  on (c.denial_reason_code = g.reason_code or g.reason_code = '*')
  and (g.remark_code = '*' or array_contains(split(c.remark_codes, ' '), g.remark_code))
  and to_date(concat(c.payment_month, '-01')) >= trunc(g.effective_from_date, 'MM')
  and to_date(concat(c.payment_month, '-01')) <= coalesce(g.effective_to_date, date'9999-12-31')
left join denial_reason as r
  on c.denial_reason_code = r.reason_code
  and to_date(concat(c.payment_month, '-01')) between trunc(r.effective_from_date, 'MM') and coalesce(r.effective_to_date, date'9999-12-31')
group by c.denial_reason_code, c.remark_codes, c.payment_month
