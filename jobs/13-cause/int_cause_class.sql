-- Grain: one payer and cause that stands: a mistake that explains three or more of its lines to the cent, with the mistakes that explain the very same lines. Left out is what another cause explains all lines of and more, and what chance may explain: fewer than three lines that no larger cause explains, or fewer than a tenth of these and of the unexplained lines that it would have lowered, or fewer than it misses by 1 to 10 cents.
with cause_total as (
  select payer, cause, cast(count(*) as int) as line_count
  from int_cause_fit
  where is_exact
  group by payer, cause
  having count(*) >= 3
),
candidate as (
  select f.claim_line_key, f.payer, f.cause, t.line_count
  from int_cause_fit as f
  inner join cause_total as t
    on f.payer = t.payer and f.cause = t.cause
  where f.is_exact
),
pair as (
  select a.payer, a.cause, b.cause as other_cause, a.line_count, b.line_count as other_line_count
  from candidate as a
  inner join candidate as b
    on a.claim_line_key = b.claim_line_key
  group by a.payer, a.cause, b.cause, a.line_count, b.line_count
  having count(*) = a.line_count
),
class as (
  select
    payer,
    cause,
    line_count,
    min(if(other_line_count = line_count, other_cause, null)) as class
  from pair
  group by payer, cause, line_count
  having max(other_line_count) = line_count
),
class_line as (
  select distinct c.claim_line_key, s.payer, s.class, s.line_count
  from candidate as c
  inner join class as s
    on c.payer = s.payer and c.cause = s.cause
),
own_line as (
  select claim_line_key, payer, class
  from class_line
  qualify row_number() over (partition by claim_line_key order by line_count desc, class) = 1
),
own_total as (
  select payer, class, count(*) as own_line_count
  from own_line
  group by payer, class
),
-- Lines of which nothing that stands explains the amount, though the mistake would have lowered it.
unexplained as (
  select
    s.payer,
    s.class,
    count(distinct f.claim_line_key) as unexplained_line_count,
    count(distinct if(f.is_near, f.claim_line_key, null)) as near_line_count
  from class as s
  inner join int_cause_fit as f
    on s.payer = f.payer and s.cause = f.cause
  left join own_line as o
    on f.claim_line_key = o.claim_line_key
  where o.claim_line_key is null
  group by s.payer, s.class
)
select
  s.payer,
  s.class,
  s.line_count,
  cast(o.own_line_count as int) as own_line_count,
  sort_array(collect_list(s.cause)) as causes
from class as s
inner join own_total as o
  on s.payer = o.payer and s.class = o.class
left join unexplained as u
  on s.payer = u.payer and s.class = u.class
where o.own_line_count >= 3
  and o.own_line_count * 10 >= o.own_line_count + coalesce(u.unexplained_line_count, 0)
  and o.own_line_count >= coalesce(u.near_line_count, 0)
group by s.payer, s.class, s.line_count, o.own_line_count
