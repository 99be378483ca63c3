-- Grain: one training of one physician, and the physician's own lines or the peers', before it or after. Units: lines by date of service in the months before and from the training date on, up to the physician's training before and to the one after, answered by the as-of date, and how many of them were denied at first for its subject; peers are physicians without a training of their own then.
with line as (
  select
    rendering_npi,
    service_date,
    coalesce(is_initially_denied and accountable = 'physician', false) as is_counted,
    denial_group
  from int_answered_line
  where exclusion is null and not is_facility_claim and rendering_npi is not null
),
neighbor as (
  select
    t.rendering_npi,
    t.training_date,
    max(o.training_date) filter (where o.training_date < t.training_date) as date_before,
    min(o.training_date) filter (where o.training_date > t.training_date) as date_after
  from practice_training as t
  inner join practice_training as o
    on t.rendering_npi = o.rendering_npi
  group by t.rendering_npi, t.training_date
),
-- greatest and least skip a null.
dated_training as (
  select
    t.*,
    greatest(add_months(t.training_date, - :training_months), n.date_before) as first_date,
    date_sub(least(add_months(t.training_date, :training_months), n.date_after), 1) as last_date,
    coalesce(
      n.date_before > add_months(t.training_date, - :training_months)
        or n.date_after < add_months(t.training_date, :training_months),
      false
    ) as is_cut
  from practice_training as t
  inner join neighbor as n
    on t.rendering_npi = n.rendering_npi and t.training_date = n.training_date
),
training_line as (
  select
    t.rendering_npi,
    t.training_date,
    t.subject,
    t.denial_group,
    t.first_date,
    t.last_date,
    t.is_cut,
    l.rendering_npi = t.rendering_npi as is_own,
    l.service_date >= t.training_date as is_after,
    l.is_counted and (t.denial_group is null or l.denial_group = t.denial_group) as is_counted
  from dated_training as t
  inner join line as l
    on l.service_date between t.first_date and t.last_date
  left join practice_training as o
    on l.rendering_npi = o.rendering_npi and o.rendering_npi <> t.rendering_npi
    and o.training_date between t.first_date and t.last_date
  where o.rendering_npi is null
)
select
  rendering_npi,
  training_date,
  subject,
  denial_group,
  first_date,
  last_date,
  is_cut,
  is_own,
  is_after,
  count(*) as line_count,
  count_if(is_counted) as counted_line_count
from training_line
group by rendering_npi, training_date, subject, denial_group, first_date, last_date, is_cut, is_own, is_after
