-- Grain: one claim payment (CLP) with service lines and adjustments of its own, and the one that says most: a denying one, else the largest. is_of_all_lines: nothing was paid, and all or none of them are the patient's cost share, so that they are each line's.
select
  remit_claim_key,
  max_by(
    struct(group_code, reason_code, role),
    struct(role = 'denial', abs(amount), group_code, reason_code)
  ) as reason,
  claim_paid_amount = 0 and min(role = 'cost_share') = max(role = 'cost_share') as is_of_all_lines
from int_adjustment
where is_beside_lines and amount <> 0
group by remit_claim_key, claim_paid_amount
