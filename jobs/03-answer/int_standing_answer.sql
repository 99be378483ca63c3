-- Grain: one answer of the first payer to a claim line that no reversal took back. Without a reversal what was paid stands: is_addition marks what adds to it; is_in_force, the last answer that says the whole and what adds to it. Units: US dollars; standing_allowed_amount is the sum up to this answer.
with payer_answer as (
  select
    claim_line_key,
    payer_sequence,
    count_if(is_live) as live_count
  from int_line_event
  group by claim_line_key, payer_sequence
),
first_payer as (
  select
    claim_line_key,
    min(payer_sequence) as payer_sequence,
    min_by(live_count, payer_sequence) as live_count
  from payer_answer
  group by claim_line_key
),
live_answer as (
  select
    e.claim_line_key,
    e.remit_claim_key,
    e.event_order,
    e.payer_id,
    e.payer_claim_control_number,
    e.answer_kind,
    e.is_correction,
    e.denial_kind,
    e.allowed_amount,
    e.paid_amount,
    e.cost_share_amount,
    e.sequestration_amount,
    e.outside_allowed_amount,
    f.live_count
  from int_line_event as e
  inner join first_payer as f
    on e.claim_line_key = f.claim_line_key and e.payer_sequence = f.payer_sequence
  where e.is_live
),
-- An answer that decides nothing, such as a duplicate, stands only where nothing was decided.
standing_answer as (
  select *
  from (
    select
      *,
      max(answer_kind = 'DECIDED') over (partition by claim_line_key) as is_decided
    from live_answer
    where live_count > 1
  ) as live
  where answer_kind = 'DECIDED' or not is_decided
),
compared_answer as (
  select
    *,
    max(allowed_amount) over (
      partition by claim_line_key order by event_order rows between unbounded preceding and 1 preceding
    ) as earlier_allowed_amount,
    count_if(paid_amount > 0) over (
      partition by claim_line_key, payer_id, payer_claim_control_number
      order by event_order rows between unbounded preceding and 1 preceding
    ) as paid_before,
    count(*) over (
      partition by claim_line_key, payer_id, payer_claim_control_number, allowed_amount, paid_amount
      order by event_order rows between unbounded preceding and 1 preceding
    ) as same_before
  from standing_answer
),
-- An answer of less adds to what was paid, and so does another payment under the same control number. One of as much
-- or more, the same once more, or one to a corrected claim says the whole again.
answer_or_addition as (
  select
    *,
    coalesce(earlier_allowed_amount > 0 and (
      (allowed_amount < earlier_allowed_amount and (not is_correction or paid_amount <= 0))
      -- One that states more than it pays and leaves to the patient states the whole.
      or (paid_amount > 0 and paid_before > 0 and same_before = 0 and payer_claim_control_number is not null and not is_correction
        and allowed_amount <= paid_amount + cost_share_amount + sequestration_amount - outside_allowed_amount)
    ), false) as is_addition
  from compared_answer
),
answer_with_base as (
  select
    *,
    max(if(is_addition, null, event_order)) over (
      partition by claim_line_key order by event_order rows between unbounded preceding and current row
    ) as base_order
  from answer_or_addition
)
select
  claim_line_key,
  remit_claim_key,
  event_order,
  is_addition,
  is_addition and denial_kind <=> 'denied' as is_denial_beside_payment,
  base_order = max(base_order) over (partition by claim_line_key) as is_in_force,
  cast(sum(allowed_amount) over (
    partition by claim_line_key, base_order order by event_order rows between unbounded preceding and current row
  ) as decimal(12,2)) as standing_allowed_amount
from answer_with_base
union all
-- The only answer is the whole of what stands.
select
  claim_line_key,
  remit_claim_key,
  event_order,
  false,
  false,
  true,
  allowed_amount
from live_answer
where live_count = 1
