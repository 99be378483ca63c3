-- Grain: one rendering physician with a denied line in the report period and signal that is always shown by name, also where there was none. Units: lines, US dollars charged; duplicates apart.
with denied_line as (
  select *
  from int_report_line
  where report_month between :period_first_month and :report_month and is_denied and not is_duplicate
),
named_signal as (
  select distinct d.rendering_npi, d.physician, s.signal
  from denied_line as d
  cross join denial_signal as s
  where to_date(concat(:report_month, '-01')) >= s.effective_from_date and to_date(concat(:period_first_month, '-01')) <= coalesce(s.effective_to_date, date'9999-12-31')
),
found_signal as (
  select
    d.rendering_npi,
    d.physician,
    s.signal,
    count(*) as denied_line_count,
    sum(d.charge_amount) as denied_charge_amount
  from denied_line as d
  inner join int_denial_signal as s
    on d.denial_group_code <=> s.denial_group_code
    and d.denial_reason_code <=> s.denial_reason_code
    and d.denial_group = s.denial_group
    and coalesce(d.payment_date, :as_of_date) = s.known_date
  group by d.rendering_npi, d.physician, s.signal
)
select
  n.rendering_npi,
  n.physician,
  n.signal as denial_signal,
  coalesce(f.denied_line_count, 0) as denied_line_count,
  coalesce(f.denied_charge_amount, 0) as denied_charge_amount
from named_signal as n
left join found_signal as f
  on n.rendering_npi <=> f.rendering_npi and n.physician <=> f.physician and n.signal = f.signal
order by denial_signal, physician, rendering_npi
