-- Grain: one payer and cause that is in a smallest set of causes which explains as many of its lines as all together do; of several sets as small those whose causes explain the most lines, each for itself. Of a payer with more than ten causes the ten with the most lines are looked at.
with numbered_class as (
  select
    *,
    element_at(array(1, 2, 4, 8, 16, 32, 64, 128, 256, 512), cast(row_number() over (partition by payer order by line_count desc, class) as int)) as bit
  from int_cause_class
  qualify row_number() over (partition by payer order by line_count desc, class) <= 10
),
line_mask as (
  select f.claim_line_key, f.payer, cast(sum(distinct c.bit) as int) as mask
  from int_cause_fit as f
  inner join (select payer, class, bit, explode(causes) as cause from numbered_class) as c
    on f.payer = c.payer and f.cause = c.cause
  where f.is_exact
  group by f.claim_line_key, f.payer
),
mask_total as (
  select payer, mask, count(*) as line_count
  from line_mask
  group by payer, mask
),
cause_set as (
  select payer, explode(sequence(1, cast(sum(bit) as int))) as cause_set
  from numbered_class
  group by payer
),
covered as (
  select s.payer, s.cause_set, sum(m.line_count) as covered_line_count
  from cause_set as s
  inner join mask_total as m
    on s.payer = m.payer and (s.cause_set & m.mask) > 0
  group by s.payer, s.cause_set
),
weighed as (
  select s.payer, s.cause_set, count(*) as cause_count, sum(c.line_count) as weight
  from cause_set as s
  inner join numbered_class as c
    on s.payer = c.payer and (s.cause_set & c.bit) > 0
  group by s.payer, s.cause_set
),
best as (
  select w.payer, w.cause_set
  from weighed as w
  inner join covered as v
    on w.payer = v.payer and w.cause_set = v.cause_set
  qualify rank() over (partition by w.payer order by v.covered_line_count desc, w.cause_count, w.weight desc) = 1
)
select distinct
  c.payer,
  c.class,
  c.line_count,
  c.own_line_count,
  c.causes
from numbered_class as c
inner join best as b
  on c.payer = b.payer and (b.cause_set & c.bit) > 0
