-- Grain: one remit line, with its adjustments summed by what they are for the money. Units: US dollars as sent.
with role_of as (
  select
    r.remit_line_key,
    r.payer_sequence,
    r.paid_amount,
    r.reported_allowed_amount,
    transform(
      r.adjustments,
      a -> struct(
        a.group_code as group_code,
        a.reason_code as reason_code,
        a.amount as amount,
        coalesce(
          filter(
            coalesce(
              try_element_at(m.roles, concat(a.group_code, '-', a.reason_code)),
              try_element_at(m.roles, concat('*-', a.reason_code))
            ),
            t -> coalesce(r.payment_date, current_date()) between t.effective_from_date and t.effective_to_date
          )[0].role,
          'denial'
        ) as role
      )
    ) as adjustments
  from stg_remit_line as r
  cross join int_adjustment_role as m
),
summed as (
  select
    *,
    aggregate(filter(adjustments, a -> a.role = 'cost_share'), cast(0 as decimal(14,2)), (s, a) -> cast(s + a.amount as decimal(14,2))) as cost_share_amount,
    aggregate(filter(adjustments, a -> a.role = 'sequestration'), cast(0 as decimal(14,2)), (s, a) -> cast(s + a.amount as decimal(14,2))) as sequestration_amount,
    aggregate(filter(adjustments, a -> a.group_code = 'PR'), cast(0 as decimal(14,2)), (s, a) -> cast(s + a.amount as decimal(14,2))) as patient_responsibility_amount,
    aggregate(filter(adjustments, a -> a.role = 'prior_payer'), cast(0 as decimal(14,2)), (s, a) -> cast(s + a.amount as decimal(14,2))) as prior_payer_amount,
    aggregate(filter(adjustments, a -> a.role = 'contractual'), cast(0 as decimal(14,2)), (s, a) -> cast(s + a.amount as decimal(14,2))) as contractual_amount,
    filter(adjustments, a -> a.role = 'denial' and a.amount <> 0) as denial_reasons
  from role_of
)
select
  remit_line_key,
  cost_share_amount,
  sequestration_amount,
  patient_responsibility_amount,
  prior_payer_amount,
  contractual_amount,
  transform(denial_reasons, a -> struct(a.group_code as group_code, a.reason_code as reason_code, a.amount as amount)) as denial_reasons,
  case
    when reported_allowed_amount is not null then reported_allowed_amount
    when coalesce(payer_sequence, 'P') = 'P' then cast(paid_amount + cost_share_amount + sequestration_amount as decimal(12,2))
  end as allowed_amount,
  case
    when reported_allowed_amount is not null then 'B6'
    when coalesce(payer_sequence, 'P') = 'P' then 'DERIVED'
  end as allowed_amount_source
from summed
