-- Grain: one remit line of a claim line (or of what belongs to none) and payer of which something was reversed: whether a reversal took it back, and whether it is a reversal of nothing. Pairs are of one charge and payment, under one control number first. Units: US dollars as sent.
with reversed_subject as (
  select distinct subject_key, payer_id
  from int_remit_match
  where is_reversal
),
numbered_line as (
  select
    m.remit_line_key,
    m.remit_line_seq,
    m.subject_key,
    m.payer_id,
    m.is_reversal,
    m.event_order,
    abs(m.charge_amount) as charge_amount,
    abs(m.paid_amount) as paid_amount,
    row_number() over (
      partition by m.subject_key, m.payer_id, m.payer_claim_control_number, abs(m.charge_amount), abs(m.paid_amount), m.is_reversal
      order by m.event_order, m.remit_line_seq
    ) as place,
    count(case when m.is_reversal then 1 end) over (
      partition by m.subject_key, m.payer_id, m.payer_claim_control_number, abs(m.charge_amount), abs(m.paid_amount)
    ) as reversals,
    count(case when not m.is_reversal then 1 end) over (
      partition by m.subject_key, m.payer_id, m.payer_claim_control_number, abs(m.charge_amount), abs(m.paid_amount)
    ) as originals
  from int_remit_match as m
  left semi join reversed_subject as s
    on m.subject_key = s.subject_key and m.payer_id = s.payer_id
),
paired_line as (
  select
    *,
    if(is_reversal, place <= originals, place <= reversals) as is_paired
  from numbered_line
),
renumbered_line as (
  select
    *,
    row_number() over (
      partition by subject_key, payer_id, charge_amount, paid_amount, is_reversal, is_paired
      order by event_order, remit_line_seq
    ) as second_place,
    count(case when is_reversal and not is_paired then 1 end) over (
      partition by subject_key, payer_id, charge_amount, paid_amount
    ) as left_reversals,
    count(case when not is_reversal and not is_paired then 1 end) over (
      partition by subject_key, payer_id, charge_amount, paid_amount
    ) as left_originals
  from paired_line
)
select
  remit_line_key,
  not is_reversal and (is_paired or second_place <= left_reversals) as is_reversed,
  is_reversal and not is_paired and second_place > left_originals as is_orphan_reversal
from renumbered_line
