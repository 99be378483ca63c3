-- Grain: one claim line that its first payer ever denied, in full or in part: its first denial, and the one outcome of all that followed, as of the as-of date. Units: US dollars; null where not known, never zero.
with dated_denial as (
  select
    i.*,
    w.appeal_by_date,
    coalesce(date_add(i.resubmitted_date, w.appeal_days), w.appeal_by_date) as closing_date,
    w.is_appeal_window_default,
    coalesce(i.final.event_order > element_at(i.denials, 1).event_order, false) as is_answered_again,
    refusal.reason_code is not null
      or exists(i.denials, d -> d.event_order < i.final.event_order and d.denial_reason_code = i.final.denial_reason_code) as is_refused
  from int_denial_chain as i
  left join int_appeal_window as w
    on i.payer <=> w.payer and i.payer_class <=> w.payer_class and i.last_denial.payment_date = w.answered_date
  left join appeal_refusal as refusal
    on i.final.denial_reason_code = refusal.reason_code
    and i.final.payment_date between refusal.effective_from_date and coalesce(refusal.effective_to_date, date'9999-12-31')
),
denial_outcome as (
  select
    *,
    case
      when final is not null and final.denial_kind is null and not coalesce(final.allowed_amount > 0, final.answered_amount > 0) then 'UPHELD'
      when final is not null and final.denial_kind is null then if(is_changed, 'REWORKED', 'OVERTURNED')
      when final.denial_kind = 'partly_denied' and is_answered_again and final.allowed_amount > coalesce(allowed_amount, 0)
        then case
          when is_changed then 'REWORKED'
          -- A reduction that the expectation has too, such as one of a payer without a contract, is nothing left.
          when final.allowed_amount >= expected_allowed_amount then 'OVERTURNED'
          else 'OVERTURNED_IN_PART'
        end
      when is_withdrawn then 'REWORKED'
      when is_answered_again and is_refused then 'UPHELD'
      when closing_date < denial_as_of_date then 'WRITTEN_OFF'
      else 'OPEN'
    end as outcome
  from dated_denial
  cross join int_denial_date
),
dated_outcome as (
  select
    *,
    case outcome
      when 'OPEN' then null
      when 'WRITTEN_OFF' then closing_date
      else coalesce(cleared_date, if(is_withdrawn, greatest(latest_submitted_date, denial_date), final.payment_date), last_denial.payment_date)
    end as outcome_date
  from denial_outcome
)
select
  claim_line_key,
  submission_id,
  claim_id,
  claim_line_number,
  line_status,
  payer,
  payer_class,
  rendering_npi,
  physician,
  site,
  setting,
  hcpcs_code,
  modifiers,
  service_date,
  service_month,
  charge_amount,
  expected_allowed_amount,
  denial_date as first_denial_date,
  date_format(denial_date, 'yyyy-MM') as denial_month,
  is_initially_denied or is_partly_denied as is_initial_denial,
  denial_kind,
  liability,
  denial_group_code,
  denial_reason_code,
  remark_codes,
  denial_codes,
  denial_group,
  denial_owner,
  preventable,
  accountable,
  denial_signal,
  denial_count,
  outcome,
  outcome_date,
  date_format(outcome_date, 'yyyy-MM') as outcome_month,
  allowed_amount as first_allowed_amount,
  final.allowed_amount as final_allowed_amount,
  cast(final.allowed_amount - allowed_amount as decimal(12,2)) as recovered_amount,
  datediff(outcome_date, denial_date) as days_to_outcome,
  -- greatest skips a null: without an expectation nothing is known to be at stake.
  cast(
    if(expected_allowed_amount is null or last_denial.allowed_amount is null, null, greatest(expected_allowed_amount - last_denial.allowed_amount, 0))
  as decimal(12,2)) as at_stake_amount,
  last_denial.payment_date as last_denial_date,
  resubmitted_date,
  appeal_by_date,
  is_appeal_window_default
from dated_outcome
