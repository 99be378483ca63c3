-- Grain: one claim line that its first payer ever denied, with its first and last denial, the answer that stands and the versions that each answer had before it. Units: US dollars.
with answer as (
  select
    a.*,
    max(if(a.denial_kind is not null, a.event_order, null)) over (partition by a.claim_line_key) as last_denial_order
  from int_first_payer_answer as a
  left semi join (select claim_line_key from int_denial_event where not is_duplicate) as d
    on a.claim_line_key = d.claim_line_key
  where not a.is_duplicate
),
history as (
  select
    claim_line_key,
    max_by(struct(event_order, payment_date, allowed_amount), event_order) filter (where denial_kind is not null) as last_denial,
    max_by(
      struct(
        event_order, payment_date, allowed_amount, denial_kind, denial_reason_code,
        paid_amount + patient_responsibility_amount as answered_amount
      ),
      event_order
    ) filter (where is_live) as final,
    array_sort(collect_list(struct(event_order, denial_reason_code)) filter (where denial_kind is not null)) as denials,
    min(payment_date) filter (where event_order > last_denial_order) as cleared_date
  from answer
  group by claim_line_key
),
version as (
  select
    chain_line_key,
    max(is_withdrawn) as is_withdrawn,
    max(latest_submitted_date) as latest_submitted_date,
    array_sort(collect_list(struct(
      coalesce(submitted_date, date'1900-01-01') as sent_date, hcpcs_code, modifiers
    ))) as sent
  from int_line_version
  group by chain_line_key
),
chain as (
  select
    f.* except (event_order, charge_amount),
    h.last_denial,
    h.final,
    h.denials,
    h.cleared_date,
    cast(size(h.denials) as int) as denial_count,
    coalesce(v.is_withdrawn, false) as is_withdrawn,
    v.latest_submitted_date,
    -- What the payer had before it when it answered: the last version sent before that day, else the first.
    coalesce(try_element_at(filter(v.sent, s -> s.sent_date < f.denial_date), -1), v.sent[0]) as denied_version,
    coalesce(try_element_at(filter(v.sent, s -> s.sent_date < h.final.payment_date), -1), v.sent[0]) as final_version,
    array_max(filter(v.sent, s -> s.sent_date > h.last_denial.payment_date)).sent_date as resubmitted_date
  from int_denial_event as f
  inner join history as h
    on f.claim_line_key = h.claim_line_key
  left join version as v
    on f.claim_line_key = v.chain_line_key
  where f.denial_number = 1 and not f.is_duplicate
)
select
  c.*,
  l.* except (claim_line_key, denial_group, denial_signal, denial_codes, liability, accountable, is_duplicate),
  c.denied_version.hcpcs_code is distinct from c.final_version.hcpcs_code
    or c.denied_version.modifiers is distinct from c.final_version.modifiers as is_changed
from chain as c
inner join int_answered_line as l
  on c.claim_line_key = l.claim_line_key
