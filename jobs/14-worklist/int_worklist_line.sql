-- Grain: one current claim line with something to do about it, as one finding: a denial (refuted by the session proof or not) goes before an underpayment. Units: US dollars: short, withheld, unanswered and overpaid never in one column; null where not known. deadline_date is the last day to appeal, or to file where nothing was answered.
with denied_line as (
  select
    d.claim_line_key,
    if(f.claim_line_key is not null, 'FREQUENCY_DENIED', 'DENIED') as worklist_finding,
    d.denial_group as worklist_cause,
    d.denial_owner as suggested_owner,
    d.at_stake_amount,
    cast(round(d.at_stake_amount * r.recovery_rate, 2) as decimal(12,2)) as expected_recovery_amount,
    d.denial_codes,
    d.appeal_by_date,
    d.is_appeal_window_default,
    d.resubmitted_date is not null as is_awaiting_answer,
    d.outcome = 'WRITTEN_OFF' as is_past
  from int_denial as d
  left join int_recovery_rate as r
    on d.payer <=> r.payer and d.denial_kind = r.denial_kind and d.denial_group <=> r.denial_group
  left join (select claim_line_key from int_frequency_denial where verdict = 'WRONG') as f
    on d.claim_line_key = f.claim_line_key
  where d.outcome in ('OPEN', 'WRITTEN_OFF') and coalesce(d.at_stake_amount > 0, true)
),
filed_line as (
  select
    m.claim_line_key,
    m.billed_date,
    date_add(coalesce(m.reopened_date, m.billed_date), w.wait_days) as late_from_date
  from int_line_milestone as m
  left join int_payer_wait as w
    on m.payer <=> w.payer and m.payer_class <=> w.payer_class
),
found_line as (
  select
    l.*,
    case
      when d.claim_line_key is not null then d.worklist_finding
      when l.is_underpaid then 'UNDERPAID'
      when l.judgment = 'OPEN' and l.charge_amount > 0 and t.late_from_date < a.denial_as_of_date then 'UNANSWERED'
      when l.is_overpaid then 'OVERPAID'
    end as worklist_finding,
    d.worklist_cause as denial_cause,
    d.suggested_owner as denial_owner,
    d.at_stake_amount,
    d.expected_recovery_amount as denied_recovery_amount,
    d.denial_codes,
    d.appeal_by_date as denial_appeal_by_date,
    d.is_appeal_window_default as is_denial_window_default,
    coalesce(d.is_awaiting_answer, false) as is_awaiting_answer,
    coalesce(d.is_past, false) as is_denial_past,
    c.cause,
    p.appeal_by_date,
    p.is_appeal_window_default,
    s.filing_deadline_date,
    a.denial_as_of_date
  from int_judged_line as l
  cross join int_denial_date as a
  left join denied_line as d
    on l.claim_line_key = d.claim_line_key
  left join filed_line as t
    on l.claim_line_key = t.claim_line_key
  left join int_line_cause as c
    on l.claim_line_key = c.claim_line_key
  left join int_appeal_window as p
    on if(l.is_underpaid, l.payment_date, null) = p.answered_date and l.payer <=> p.payer and l.payer_class <=> p.payer_class
  left join int_filing_limit as s
    on coalesce(l.service_date, t.billed_date) = s.aged_from_date and l.payer <=> s.payer and l.payer_class <=> s.payer_class
)
select
  f.claim_line_key,
  w.billing_npi,
  w.worklist_claim_key,
  f.claim_id,
  f.claim_line_number,
  f.payer,
  f.payer_class,
  f.contract,
  f.physician,
  f.site,
  f.service_date,
  f.hcpcs_code,
  f.modifiers,
  f.payer_claim_control_number,
  f.payment_date,
  f.charge_amount,
  f.expected_allowed_amount,
  f.allowed_amount,
  f.worklist_finding,
  case f.worklist_finding
    when 'UNDERPAID' then coalesce(f.cause, 'Not explained')
    when 'UNANSWERED' then 'No answer'
    when 'OVERPAID' then 'Allowed above expected'
    else f.denial_cause
  end as worklist_cause,
  f.denial_codes,
  if(f.worklist_finding in ('UNDERPAID', 'OVERPAID'), 'Contracting', coalesce(f.denial_owner, 'Billing')) as suggested_owner,
  f.is_worth_working,
  f.is_awaiting_answer,
  if(f.worklist_finding = 'UNDERPAID', cast(- f.variance_amount as decimal(12,2)), null) as underpaid_amount,
  if(f.worklist_finding in ('DENIED', 'FREQUENCY_DENIED'), f.at_stake_amount, null) as denied_amount,
  if(f.worklist_finding = 'UNANSWERED', f.expected_allowed_amount, null) as unanswered_amount,
  if(f.worklist_finding = 'OVERPAID', cast(f.variance_amount as decimal(12,2)), null) as overpaid_amount,
  case f.worklist_finding
    when 'UNDERPAID' then cast(- f.variance_amount as decimal(12,2))
    when 'UNANSWERED' then f.expected_allowed_amount
    when 'OVERPAID' then null
    else f.denied_recovery_amount
  end as expected_recovery_amount,
  case f.worklist_finding
    when 'UNDERPAID' then f.appeal_by_date
    when 'UNANSWERED' then f.filing_deadline_date
    when 'OVERPAID' then null
    else f.denial_appeal_by_date
  end as deadline_date,
  coalesce(if(f.worklist_finding = 'UNDERPAID', f.is_appeal_window_default, f.is_denial_window_default), false) as is_appeal_window_default,
  f.filing_deadline_date,
  -- A denial that was sent again in time waits for its answer, whatever its window.
  coalesce(case f.worklist_finding
    when 'UNDERPAID' then f.appeal_by_date < f.denial_as_of_date
    when 'UNANSWERED' then f.filing_deadline_date < f.denial_as_of_date
    when 'OVERPAID' then false
    else f.is_denial_past
  end, false) as is_past_deadline
from found_line as f
inner join int_worklist_claim as w
  on f.claim_line_key = w.claim_line_key
where f.worklist_finding is not null
