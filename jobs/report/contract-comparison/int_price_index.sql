-- Grain: one payer: its multiple at the practice's own mix of codes and settings, so that two payers differ by rate alone. Units: shares; covered_share is how much of the practice's Medicare dollars the payer's codes make up.
with weight as (
  select
    hcpcs_code,
    setting,
    cast(sum(medicare_amount) as decimal(18,2)) as medicare_amount
  from int_multiple
  where level = 'code_setting'
  group by hcpcs_code, setting
)
select
  m.payer,
  cast(cast(sum(w.medicare_amount * m.multiple) as decimal(30,12)) / cast(sum(w.medicare_amount) as decimal(18,2)) as decimal(18,10)) as fixed_mix_index,
  cast(cast(sum(w.medicare_amount) as decimal(18,2)) / max(t.medicare_amount) as decimal(18,10)) as covered_share
from int_multiple as m
inner join weight as w
  on m.hcpcs_code = w.hcpcs_code and m.setting = w.setting
cross join (select cast(sum(medicare_amount) as decimal(18,2)) as medicare_amount from weight) as t
where m.level = 'code_setting'
group by m.payer
