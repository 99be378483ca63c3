-- Grain: one open denial with something at stake, or with what is at stake not known: by when to appeal, with what evidence, what is at stake and what to expect of it. Units: US dollars; work_order 1 is worth most, those already sent again come last.
with valued_denial as (
  select
    d.*,
    d.resubmitted_date is not null as is_awaiting_answer,
    r.recovery_rate,
    r.recovery_basis,
    r.closed_line_count,
    cast(round(d.at_stake_amount * r.recovery_rate, 2) as decimal(12,2)) as expected_recovery_amount
  from int_denial as d
  inner join int_recovery_rate as r
    on d.payer <=> r.payer and d.denial_kind = r.denial_kind and d.denial_group <=> r.denial_group
  where d.outcome = 'OPEN' and coalesce(d.at_stake_amount > 0, true)
)
select
  v.claim_line_key,
  cast(row_number() over (
    order by v.is_awaiting_answer, v.expected_recovery_amount desc nulls last, v.appeal_by_date, v.charge_amount desc, v.claim_id, v.claim_line_number, v.claim_line_key
  ) as int) as work_order,
  v.claim_id,
  v.claim_line_number,
  v.payer,
  v.payer_class,
  v.physician,
  v.site,
  v.hcpcs_code,
  v.modifiers,
  v.service_date,
  v.charge_amount,
  v.first_denial_date,
  v.last_denial_date,
  v.denial_kind,
  v.liability,
  v.denial_codes,
  v.denial_group,
  v.denial_signal,
  v.denial_owner,
  v.denial_count,
  v.is_awaiting_answer,
  v.resubmitted_date,
  v.appeal_by_date,
  v.is_appeal_window_default,
  a.denial_as_of_date,
  datediff(v.appeal_by_date, a.denial_as_of_date) as days_left,
  e.evidence,
  v.at_stake_amount,
  v.recovery_rate,
  v.recovery_basis,
  v.closed_line_count,
  v.expected_recovery_amount
from valued_denial as v
cross join int_denial_date as a
left join denial_evidence as e
  on v.denial_group = e.denial_group
  and v.last_denial_date between e.effective_from_date and coalesce(e.effective_to_date, date'9999-12-31')
