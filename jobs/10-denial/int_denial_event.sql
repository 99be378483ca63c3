-- Grain: one denying answer of the first payer to a claim line, reversed later or not; is_duplicate marks answers that only say that the claim came twice. Units: US dollars as sent.
with denying_answer as (
  -- A denial without a day is judged as of the as-of date: never by the day of the run.
  select *, coalesce(payment_date, :as_of_date) as known_date
  from int_first_payer_answer
  where denial_kind is not null
)
select
  a.claim_line_key,
  a.remit_claim_key,
  a.event_order,
  cast(row_number() over (partition by a.claim_line_key, a.is_duplicate order by a.event_order, a.remit_claim_key) as int) as denial_number,
  a.payment_date as denial_date,
  a.is_live,
  a.is_duplicate,
  a.denial_kind,
  case a.denial_group_code
    when 'PR' then 'patient'
    when 'PI' then 'payer_initiated'
    else 'provider'
  end as liability,
  a.denial_group_code,
  a.denial_reason_code,
  a.remark_codes,
  a.denial_group,
  a.denial_owner,
  a.preventable,
  coalesce(o.accountable, 'none') as accountable,
  coalesce(s.signal, a.denial_group) as denial_signal,
  concat_ws(' ', concat_ws('-', a.denial_group_code, a.denial_reason_code), nullif(a.remark_codes, '')) as denial_codes,
  a.charge_amount,
  a.allowed_amount
from denying_answer as a
left join denial_owner as o
  on a.denial_owner = o.owner
  and a.known_date between o.effective_from_date and coalesce(o.effective_to_date, date'9999-12-31')
left join int_denial_signal as s
  on a.denial_group_code <=> s.denial_group_code
  and a.denial_reason_code <=> s.denial_reason_code
  and a.denial_group = s.denial_group
  and a.known_date = s.known_date
