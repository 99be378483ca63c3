-- Grain: one row of the worklist that anybody edited, as the edits leave it: of each field the last that was no conflict. A conflicting edit stands beside it until a later edit of the field, or until somebody settles it.
with field_state as (
  select
    billing_npi,
    worklist_claim_key,
    payer,
    edited_field,
    max(claim_id) as claim_id,
    max(is_claim_known) as is_claim_known,
    max_by(struct(edited_value), event_number) filter (where not is_conflict) as standing,
    max(event_number) filter (where not is_conflict) as standing_number,
    max_by(struct(edited_value, recorded_date), event_number) filter (where is_conflict) as other,
    max(event_number) filter (where is_conflict) as other_number,
    max(event_number) as last_number
  from int_worklist_edit
  group by billing_npi, worklist_claim_key, payer, edited_field
),
-- Whoever settles a conflict names the last that was shown: a later one stays open.
settled as (
  select
    s.billing_npi,
    s.worklist_claim_key,
    s.payer,
    max(c.event_number) as settled_number
  from int_worklist_edit as s
  inner join int_worklist_edit as c
    on s.edited_value = c.event_id
  where s.edited_field = 'SETTLED'
  group by s.billing_npi, s.worklist_claim_key, s.payer
),
open_conflict as (
  select
    f.*,
    coalesce(f.other_number > coalesce(f.standing_number, 0) and f.other_number > coalesce(s.settled_number, 0), false) as is_open
  from field_state as f
  left join settled as s
    on f.billing_npi = s.billing_npi and f.worklist_claim_key = s.worklist_claim_key and f.payer = s.payer
)
select
  billing_npi,
  worklist_claim_key,
  payer,
  max(claim_id) as claim_id,
  max(is_claim_known) as is_claim_known,
  coalesce(max(standing.edited_value) filter (where edited_field = 'STATUS'), 'NEW') as worklist_status,
  max(standing.edited_value) filter (where edited_field = 'OWNER') as edited_owner,
  max(standing.edited_value) filter (where edited_field = 'NOTE') as worklist_note,
  cast(max(standing.edited_value) filter (where edited_field = 'NEXT_STEP') as date) as next_step_date,
  cast(max(standing.edited_value) filter (where edited_field = 'SENT') as date) as sent_date,
  max(standing.edited_value) filter (where edited_field = 'REASON') as not_valid_reason,
  nullif(coalesce(array_join(sort_array(collect_list(
    concat(edited_field, '=', coalesce(other.edited_value, ''))
  ) filter (where is_open)), '\n'), ''), '') as conflicting_edit,
  count_if(is_open) as conflict_count,
  max(last_number) as last_event_number
from open_conflict
group by billing_npi, worklist_claim_key, payer
