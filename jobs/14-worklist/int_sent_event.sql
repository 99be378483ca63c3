-- Grain: one answer of the first payer to a line that was sent to it, as it stood at the end of a day: an answer lives until the reversal that took it back. claim_line_key is of line and day together. Units: US dollars as sent.
with sent_line as (
  select distinct sent_line_key
  from int_sent_day
),
first_payer_event as (
  select
    *,
    min(payer_sequence) over (partition by claim_line_key) as first_sequence
  from int_line_event as e
  left semi join sent_line as l
    on e.claim_line_key = l.sent_line_key
),
-- Which answers were taken back is said already: here only when.
numbered_event as (
  select
    *,
    row_number() over (
      partition by claim_line_key, payer_id, abs(charge_amount), abs(paid_amount), is_reversal, is_reversed or (is_reversal and not is_orphan_reversal)
      order by event_order, remit_claim_key
    ) as place
  from first_payer_event
  where payer_sequence = first_sequence
),
dated_event as (
  select
    e.*,
    coalesce(r.payment_date, date'1900-01-01') as reversed_date
  from numbered_event as e
  left join numbered_event as r
    on e.claim_line_key = r.claim_line_key and e.payer_id = r.payer_id
    and abs(e.charge_amount) = abs(r.charge_amount) and abs(e.paid_amount) = abs(r.paid_amount)
    and e.place = r.place
    and e.is_reversed and r.is_reversal and not r.is_orphan_reversal
)
select
  xxhash64(d.sent_line_key, d.standing_date) as claim_line_key,
  d.sent_line_key,
  d.standing_date,
  e.remit_claim_key,
  e.payer_sequence,
  e.event_order,
  e.payer_id,
  e.payer_claim_control_number,
  e.answer_kind,
  e.is_answer and (not e.is_reversed or e.reversed_date > d.standing_date) as is_live,
  e.is_correction,
  e.denial_kind,
  e.allowed_amount,
  e.paid_amount,
  e.cost_share_amount,
  e.sequestration_amount,
  e.outside_allowed_amount
from int_sent_day as d
inner join dated_event as e
  on d.sent_line_key = e.claim_line_key and coalesce(e.payment_date, date'1900-01-01') <= d.standing_date
