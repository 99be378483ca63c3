-- Grain: one training of one physician. Units: lines by date of service before the training and from it on, own and the peers', and how many of them were denied at first for its subject; rates 0..1. peer_difference: how far the rate changed beyond the peers' rate, with 95% limits made of Wilson's limits of the four rates (Newcombe, Statistics in Medicine 1998, method 10; Zou and Donner, Statistics in Medicine 2008). needed_line_count: lines before and after that would show a halved rate in four of five cases; null where it takes a billion or more.
with rate as (
  select
    *,
    cast(counted_line_count as double) / line_count as rate,
    (cast(counted_line_count as double) + 0.5 * :inner_deviate * :inner_deviate)
      / (line_count + :inner_deviate * :inner_deviate) as middle,
    :inner_deviate
      * sqrt(
        cast(counted_line_count as double) * (line_count - counted_line_count) / line_count
          + 0.25 * :inner_deviate * :inner_deviate
      )
      / (line_count + :inner_deviate * :inner_deviate) as half_width
  from int_training_tally
),
-- The difference rises with the own rate after and the peers' before, and falls with the other two.
limited_rate as (
  select
    *,
    if(is_own = is_after, rate - (middle - half_width), middle + half_width - rate) as below,
    if(is_own = is_after, middle + half_width - rate, rate - (middle - half_width)) as above,
    cast(rate as double) * (1 - rate) / line_count as variance
  from rate
),
-- Doubles are added two by two: what more of them come to depends on their order.
compared_training as (
  select
    rendering_npi,
    training_date,
    subject,
    denial_group,
    first_date,
    last_date,
    is_cut,
    coalesce(max(line_count) filter (where is_own and not is_after), 0) as before_line_count,
    coalesce(max(counted_line_count) filter (where is_own and not is_after), 0) as before_counted_line_count,
    coalesce(max(line_count) filter (where is_own and is_after), 0) as after_line_count,
    coalesce(max(counted_line_count) filter (where is_own and is_after), 0) as after_counted_line_count,
    coalesce(max(line_count) filter (where not is_own and not is_after), 0) as peer_before_line_count,
    coalesce(max(counted_line_count) filter (where not is_own and not is_after), 0) as peer_before_counted_line_count,
    coalesce(max(line_count) filter (where not is_own and is_after), 0) as peer_after_line_count,
    coalesce(max(counted_line_count) filter (where not is_own and is_after), 0) as peer_after_counted_line_count,
    max(rate) filter (where is_own and not is_after) as before_rate,
    max(rate) filter (where is_own and is_after) as after_rate,
    max(rate) filter (where not is_own and not is_after) as peer_before_rate,
    max(rate) filter (where not is_own and is_after) as peer_after_rate,
    sqrt(sum(below * below) filter (where is_own) + sum(below * below) filter (where not is_own)) as below,
    sqrt(sum(above * above) filter (where is_own) + sum(above * above) filter (where not is_own)) as above,
    sum(variance) filter (where not is_own) as peer_variance
  from limited_rate
  group by rendering_npi, training_date, subject, denial_group, first_date, last_date, is_cut
),
-- The difference is null where one of the four has no line.
measured_training as (
  select
    *,
    after_rate - before_rate - (peer_after_rate - peer_before_rate) as difference,
    before_rate * (1 - before_rate) + 0.5 * before_rate * (1 - 0.5 * before_rate) as variance_per_line,
    0.25 * before_rate * before_rate / (:detection_deviate * :detection_deviate) - peer_variance as variance_allowed
  from compared_training
)
select
  rendering_npi,
  training_date,
  subject,
  denial_group,
  first_date,
  last_date,
  is_cut,
  before_line_count,
  before_counted_line_count,
  after_line_count,
  after_counted_line_count,
  peer_before_line_count,
  peer_before_counted_line_count,
  peer_after_line_count,
  peer_after_counted_line_count,
  cast(before_rate as decimal(18,10)) as before_rate,
  cast(after_rate as decimal(18,10)) as after_rate,
  cast(peer_before_rate as decimal(18,10)) as peer_before_rate,
  cast(peer_after_rate as decimal(18,10)) as peer_after_rate,
  cast(difference as decimal(18,10)) as peer_difference,
  cast(difference - below as decimal(18,10)) as peer_difference_lower,
  cast(difference + above as decimal(18,10)) as peer_difference_upper,
  case
    when difference is null then 'NO_LINES'
    when difference + above < 0 then 'FELL'
    when difference - below > 0 then 'ROSE'
    else 'CANNOT_TELL'
  end as training_verdict,
  if(
    difference is not null and variance_per_line < variance_allowed * 1000000000,
    cast(ceil(cast(variance_per_line as double) / variance_allowed) as bigint),
    null
  ) as needed_line_count
from measured_training
order by training_date, rendering_npi, subject
