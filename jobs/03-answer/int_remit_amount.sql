-- Grain: one remit line with its allowed amount, where that came from, what was denied, and whether it decides anything. Units: US dollars as sent.
with reasoned_line as (
  -- Remark codes that are no alerts: they give a reason.
  select distinct r.remit_line_key
  from (select remit_line_key, payment_date, explode(remark_codes) as remark_code from int_remit_line where paid_amount = 0) as r
  left anti join remark_alert as a
    on r.remark_code = a.remark_code
    and coalesce(r.payment_date, date'9999-12-31') between a.effective_from_date and coalesce(a.effective_to_date, date'9999-12-31')
),
adjusted_line as (
  select
    r.remit_line_key,
    r.payer_sequence,
    r.charge_amount,
    r.paid_amount,
    r.reported_allowed_amount,
    r.claim_status_code,
    r.is_answered_at_claim_level,
    r.is_taken_at_claim_level,
    s.answer_kind as status_answer_kind,
    coalesce(s.is_denial, false) as is_status_denial,
    n.remit_line_key is not null as is_reasoned,
    coalesce(t.cost_share_amount, 0) as cost_share_amount,
    coalesce(t.sequestration_amount, 0) as sequestration_amount,
    coalesce(t.patient_responsibility_amount, 0) as patient_responsibility_amount,
    coalesce(t.prior_payer_amount, 0) as prior_payer_amount,
    coalesce(t.contractual_amount, 0) as contractual_amount,
    coalesce(t.outside_allowed_amount, 0) as outside_allowed_amount,
    coalesce(t.is_capitated, false) as is_capitated,
    coalesce(t.is_written_off, true) as is_written_off,
    t.undecided_role,
    t.denial,
    t.largest
  from int_remit_line as r
  left join int_adjustment_total as t
    on r.remit_line_key = t.remit_line_key
  left join claim_status as s
    on r.claim_status_code = s.claim_status_code
    and coalesce(r.payment_date, date'9999-12-31') between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
  left join reasoned_line as n
    on r.remit_line_key = n.remit_line_key
),
allowed_line as (
  select
    *,
    case
      when is_answered_at_claim_level then null
      -- Whatever the line says it was allowed, the claim's adjustment took.
      when is_taken_at_claim_level then if(is_capitated, null, 0)
      when reported_allowed_amount is not null then reported_allowed_amount
      when coalesce(payer_sequence, 'P') = 'P' and not is_capitated
        then cast(paid_amount + cost_share_amount + sequestration_amount + outside_allowed_amount as decimal(12,2))
    end as allowed_amount,
    is_taken_at_claim_level or (paid_amount = 0 and cost_share_amount = 0) as is_nothing
  from adjusted_line
)
select
  remit_line_key,
  cost_share_amount,
  sequestration_amount,
  patient_responsibility_amount,
  prior_payer_amount,
  contractual_amount,
  outside_allowed_amount,
  is_capitated,
  -- Whatever pays something has decided something.
  case
    when is_answered_at_claim_level then 'CLAIM_LEVEL'
    when paid_amount = 0 and coalesce(status_answer_kind, 'DECIDED') <> 'DECIDED' then status_answer_kind
    when not is_nothing then 'DECIDED'
    when undecided_role = 'duplicate' then 'DUPLICATE'
    when undecided_role = 'pending' then 'PENDED'
    when undecided_role = 'forwarded' then 'FORWARDED'
    when undecided_role = 'predetermination' then 'PREDETERMINATION'
    else 'DECIDED'
  end as answer_kind,
  case
    when denial is not null then denial
    when paid_amount = 0 and patient_responsibility_amount = 0 and is_written_off and not is_capitated
      and not is_answered_at_claim_level and (is_status_denial or is_reasoned)
      then coalesce(largest, struct(cast(0 as decimal(12,2)) as amount, cast(null as string) as group_code, cast(null as string) as reason_code))
  end as denial,
  allowed_amount,
  case
    when allowed_amount is null then null
    when reported_allowed_amount is not null and not is_taken_at_claim_level then 'B6'
    else 'DERIVED'
  end as allowed_amount_source
from allowed_line
