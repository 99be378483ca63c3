-- Grain: one training of one physician. Units: lines by date of service in the months before and from the training date on, answered by the as-of date, and how many of them were denied at first for its subject; peers are physicians without a training of their own then.
with line as (
  select
    rendering_npi,
    service_date,
    coalesce(is_initially_denied and accountable = 'physician', false) as is_counted,
    denial_group
  from int_answered_line
  where not is_duplicate and rendering_npi is not null
),
trained as (
  select
    t.*,
    add_months(t.training_date, - :training_months) as first_date,
    date_sub(add_months(t.training_date, :training_months), 1) as last_date
  from practice_training as t
),
told as (
  select
    t.rendering_npi,
    t.training_date,
    t.subject,
    t.denial_group,
    t.first_date,
    t.last_date,
    l.rendering_npi = t.rendering_npi as is_own,
    l.service_date >= t.training_date as is_after,
    l.is_counted and (t.denial_group is null or l.denial_group = t.denial_group) as is_counted
  from trained as t
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
  count_if(is_own and not is_after) as before_line_count,
  count_if(is_own and not is_after and is_counted) as before_counted_line_count,
  count_if(is_own and is_after) as after_line_count,
  count_if(is_own and is_after and is_counted) as after_counted_line_count,
  count_if(not is_own and not is_after) as peer_before_line_count,
  count_if(not is_own and not is_after and is_counted) as peer_before_counted_line_count,
  count_if(not is_own and is_after) as peer_after_line_count,
  count_if(not is_own and is_after and is_counted) as peer_after_counted_line_count
from told
group by rendering_npi, training_date, subject, denial_group, first_date, last_date
order by training_date, rendering_npi, subject
