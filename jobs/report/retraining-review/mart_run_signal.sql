-- Grain: one rendering physician, month and run rule that holds there: for a run, every month of it. Units: center_rate is 0 to 1; around a center of 0 no rule holds. OUTSIDE: the month is beyond its limits. ONE_SIDE: eight months in a row above the center, or below it; one on the center ends the run. DRIFT: six months in a row each higher than the one before, or each lower.
with compared_month as (
  select
    rendering_npi,
    answer_month,
    center_rate,
    counted_line_count < control_lower_rate * line_count or counted_line_count > control_upper_rate * line_count as is_outside,
    -- Multiplied out, for a month right on the center has to be found there.
    sign(counted_line_count * center_line_count - center_counted_line_count * line_count) as side,
    coalesce(
      sign(
        counted_line_count * lag(line_count) over month_order - lag(counted_line_count) over month_order * line_count
      ),
      0
    ) as step
  from int_control_month
  window month_order as (partition by rendering_npi order by answer_month)
),
-- Months of one run differ by the same number from their place among all that go the same way.
numbered_month as (
  select
    *,
    row_number() over (partition by rendering_npi order by answer_month)
      - row_number() over (partition by rendering_npi, side order by answer_month) as side_run,
    row_number() over (partition by rendering_npi order by answer_month)
      - row_number() over (partition by rendering_npi, step order by answer_month) as step_run
  from compared_month
),
run_month as (
  select
    *,
    side <> 0 and count(*) over (partition by rendering_npi, side, side_run) >= 8 as is_one_side,
    -- Five steps make six months.
    step <> 0 and count(*) over (partition by rendering_npi, step, step_run) >= 5 as is_drift_step
  from numbered_month
),
-- The month before the first step belongs to the drift.
judged_month as (
  select
    *,
    is_drift_step or coalesce(lead(is_drift_step) over (partition by rendering_npi order by answer_month), false) as is_drift
  from run_month
)
select
  rendering_npi,
  answer_month,
  center_rate,
  run_rule
from judged_month
  lateral view stack(3, 'OUTSIDE', is_outside, 'ONE_SIDE', is_one_side, 'DRIFT', is_drift) as run_rule, is_held
where is_held
order by rendering_npi, run_rule desc, answer_month
