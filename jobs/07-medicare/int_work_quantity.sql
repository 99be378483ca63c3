-- Grain: one price key as billed: how often the code's work RVU counts by the practice's conventions. Units: units of service; null where they are not known. is_denied_counted says whether denied lines count.
with credited_service as (
  select
    m.price_key,
    c.is_denied_counted,
    cast(case
      when c.units = 'once' and c.multiple_procedures = 'as_paid' then m.counted_unit_quantity / nullif(m.unit_quantity, 0)
      when c.units = 'once' then 1
      when c.multiple_procedures = 'as_paid' then m.counted_unit_quantity
      else m.unit_quantity
    end as decimal(15,5)) as unit_quantity,
    if(c.both_sides = 'as_paid', cast(m.bilateral_percent * m.side_percent * 0.0001 as decimal(9,5)), 1) as sides_share,
    case
      when s.surgeon_role is null then 1
      when s.surgeon_role = 'assistant_at_surgery' and c.assistants = 'none' then 0
      when if(s.surgeon_role = 'assistant_at_surgery', c.assistants, c.co_surgeons) = 'as_paid'
        then cast(coalesce(s.surgeon_role_percent, 100) * 0.01 as decimal(9,5))
      else 1
    end as role_share,
    if(c.practitioners = 'as_paid', cast(m.credential_percent * 0.01 as decimal(9,5)), 1) as credential_share
  from int_medicare_price as m
  inner join int_modifier_summary as s
    on m.service_key = s.service_key and m.scenario = s.scenario
  cross join practice_work_rvu as c
  where m.scenario = 'as_billed'
)
select
  price_key,
  cast(cast(unit_quantity * sides_share as decimal(18,6)) * cast(role_share * credential_share as decimal(12,9)) as decimal(18,6)) as work_quantity,
  is_denied_counted
from credited_service
