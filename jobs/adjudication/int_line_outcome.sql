-- Grain: one claim line that any payer answered: its latest live state by the first payer, its first answer, and the cash of all. Units: US dollars.
with line as (
  select
    claim_line_key,
    min(payer_sequence) as first_sequence
  from int_line_event
  group by claim_line_key
),
folded as (
  select
    e.claim_line_key,
    l.first_sequence,
    max_by(
      struct(
        e.payment_date, e.match_method, e.is_match_ambiguous, e.payer_claim_control_number, e.claim_status_code,
        e.adjudicated_hcpcs_code, e.allowed_amount, e.allowed_amount_source, e.cost_share_amount,
        e.patient_responsibility_amount, e.sequestration_amount, e.contractual_amount, e.paid_amount,
        e.denial, e.remark_codes
      ),
      e.event_order
    ) filter (where e.is_live and e.payer_sequence = l.first_sequence) as latest,
    min_by(struct(e.payment_date, e.allowed_amount), e.event_order) filter (where e.is_answer and e.payer_sequence = l.first_sequence) as first,
    max_by(e.patient_responsibility_amount, concat(e.payer_sequence, e.event_order)) filter (where e.is_live) as patient_balance_amount,
    sum(if(e.payer_sequence = l.first_sequence, e.paid_amount, 0)) as first_payer_paid_amount,
    sum(if(e.payer_sequence = l.first_sequence, 0, e.paid_amount)) as later_payer_paid_amount,
    count(*) as event_count,
    max(e.is_orphan_reversal) as has_orphan_reversal,
    min(e.is_in_balance) as is_in_balance
  from int_line_event as e
  inner join line as l
    on e.claim_line_key = l.claim_line_key
  group by e.claim_line_key, l.first_sequence
)
select
  claim_line_key,
  first_sequence as adjudicated_sequence,
  latest.match_method as match_method,
  coalesce(latest.is_match_ambiguous, false) as is_match_ambiguous,
  latest.payment_date as payment_date,
  latest.payer_claim_control_number as payer_claim_control_number,
  latest.claim_status_code as claim_status_code,
  latest.adjudicated_hcpcs_code as adjudicated_hcpcs_code,
  latest.allowed_amount as allowed_amount,
  latest.allowed_amount_source as allowed_amount_source,
  latest.cost_share_amount as cost_share_amount,
  latest.patient_responsibility_amount as patient_responsibility_amount,
  latest.sequestration_amount as sequestration_amount,
  latest.contractual_amount as contractual_amount,
  latest.paid_amount as latest_paid_amount,
  latest.denial.group_code as denial_group_code,
  latest.denial.reason_code as denial_reason_code,
  latest.remark_codes as remark_codes,
  first.payment_date as first_payment_date,
  first.allowed_amount as first_allowed_amount,
  patient_balance_amount,
  cast(first_payer_paid_amount as decimal(12,2)) as first_payer_paid_amount,
  cast(later_payer_paid_amount as decimal(12,2)) as later_payer_paid_amount,
  cast(event_count as int) as event_count,
  has_orphan_reversal,
  is_in_balance
from folded
