-- Grain: one current claim line, or one that the corrected claim left out, that its first payer answered, with its first answer; a duplicate denial is a first answer only where there is no other. exclusion says why a line is in no rate. Units: US dollars as sent.
with first_answer as (
  select
    claim_line_key,
    min_by(
      struct(
        payment_date, is_duplicate, denial_kind, remit_claim_key, paid_amount,
        patient_responsibility_amount, is_capitated
      ),
      struct(is_duplicate, event_order, remit_claim_key)
    ) as answer
  from int_first_payer_answer
  group by claim_line_key
)
select
  f.claim_line_key,
  f.answer.remit_claim_key,
  f.answer.payment_date as first_payment_date,
  date_format(f.answer.payment_date, 'yyyy-MM') as answer_month,
  f.answer.paid_amount as first_paid_amount,
  f.answer.is_duplicate,
  case
    when f.answer.is_duplicate then 'DUPLICATE'
    when l.charge_amount <= 0 then 'NO_CHARGE'
    when f.answer.is_capitated and f.answer.denial_kind is null
      and f.answer.paid_amount + f.answer.patient_responsibility_amount = 0 then 'CAPITATED'
  end as exclusion,
  coalesce(not f.answer.is_duplicate and f.answer.denial_kind = 'denied', false) as is_initially_denied,
  coalesce(not f.answer.is_duplicate and f.answer.denial_kind = 'partly_denied', false) as is_partly_denied,
  f.answer.denial_kind is null and f.answer.paid_amount + f.answer.patient_responsibility_amount > 0 as is_first_pass
from first_answer as f
inner join int_adjudicated_line as l
  on f.claim_line_key = l.claim_line_key
left join int_line_version as v
  on f.claim_line_key = v.claim_line_key
where l.line_status = 'current' or v.is_withdrawn
