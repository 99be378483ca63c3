-- Grain: one remit line with its allowed amount and where that came from. Units: US dollars as sent.
select
  r.remit_line_key,
  coalesce(t.cost_share_amount, 0) as cost_share_amount,
  coalesce(t.sequestration_amount, 0) as sequestration_amount,
  coalesce(t.patient_responsibility_amount, 0) as patient_responsibility_amount,
  coalesce(t.prior_payer_amount, 0) as prior_payer_amount,
  coalesce(t.contractual_amount, 0) as contractual_amount,
  coalesce(t.is_capitated, false) as is_capitated,
  -- Not an answer yet: the payer says only that it will decide.
  coalesce(t.is_pending, false) and r.paid_amount = 0 and coalesce(r.reported_allowed_amount, 0) = 0 as is_pending,
  t.denial,
  case
    when r.reported_allowed_amount is not null then r.reported_allowed_amount
    when coalesce(r.payer_sequence, 'P') = 'P' and not coalesce(t.is_capitated, false)
      then cast(r.paid_amount + coalesce(t.cost_share_amount, 0) + coalesce(t.sequestration_amount, 0) as decimal(12,2))
  end as allowed_amount,
  case
    when r.reported_allowed_amount is not null then 'B6'
    when coalesce(r.payer_sequence, 'P') = 'P' and not coalesce(t.is_capitated, false) then 'DERIVED'
  end as allowed_amount_source
from stg_remit_line as r
left join int_adjustment_total as t
  on r.remit_line_key = t.remit_line_key
