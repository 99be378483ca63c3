-- Grain: one price key and contract of a line that was allowed too little, mistake and detail: the physician fee schedule's fee of one unit by other values, indices or factor; a year with two factors has two. Units: US dollars.
with price as (
  -- A fee with reduced parts or a cap is not its whole: what a mistake makes of them is not looked at.
  select *
  from int_short_price
  where method = 'percent_of_medicare' and payment_system = 'physician' and fee_amount is not null
    and rank_reduction_amount = 0 and endoscopic_reduction_amount = 0 and opps_cap_amount is null
),
mistake as (
  select p.*, k.mistake, k.changed, year(p.pricing_date) + k.year_offset as mistaken_year
  from price as p
  inner join payment_mistake as k
    on p.price_period_date between k.effective_from_date and coalesce(k.effective_to_date, date'9999-12-31')
    and (k.is_for_medicare or p.payer_class not in ('medicare', 'medicare_advantage'))
    and k.changed in ('fees', 'relative_values', 'conversion_factor', 'setting', 'locality', 'work_floor')
),
year_release as (
  select year(effective_from_date) as release_year, max_by(release, effective_from_date) as release
  from relative_value
  group by year(effective_from_date)
),
index_of_day as (
  select
    d.pricing_date,
    g.carrier,
    g.locality,
    greatest(g.work_gpci, coalesce(w.floor_index, g.work_gpci)) as work_gpci,
    g.pe_gpci,
    g.mp_gpci,
    g.work_gpci_without_floor
  from (select distinct pricing_date from price) as d
  inner join gpci as g
    on year(g.effective_from_date) = year(d.pricing_date)
  left join work_index_floor as w
    on d.pricing_date between w.effective_from_date and coalesce(w.effective_to_date, date'9999-12-31')
),
other_value as (
  select
    k.*,
    v.work_rvu as other_work_rvu,
    if(k.is_facility, v.facility_pe_rvu, v.non_facility_pe_rvu) as other_pe_rvu,
    v.mp_rvu as other_mp_rvu
  from mistake as k
  inner join year_release as y
    on k.mistaken_year = y.release_year
  inner join relative_value as v
    on y.release = v.release and k.hcpcs_code = v.hcpcs_code and k.component = coalesce(v.modifier, '')
  where k.changed in ('fees', 'relative_values')
),
changed_value as (
  select
    k.price_key, k.payer_class, k.contract, k.mistake, cast(k.mistaken_year as string) as detail,
    k.other_work_rvu as work_rvu, k.other_pe_rvu as pe_rvu, k.other_mp_rvu as mp_rvu, k.work_gpci, k.pe_gpci, k.mp_gpci, k.conversion_factor
  from other_value as k
  where k.changed = 'relative_values'
  union all
  select
    k.price_key, k.payer_class, k.contract, k.mistake, cast(k.mistaken_year as string),
    k.other_work_rvu, k.other_pe_rvu, k.other_mp_rvu, g.work_gpci, g.pe_gpci, g.mp_gpci, f.conversion_factor
  from other_value as k
  inner join gpci as g
    on k.mistaken_year = year(g.effective_from_date) and k.carrier = g.carrier and k.locality = g.locality
  inner join conversion_factor as f
    on k.mistaken_year = year(f.effective_from_date) and f.apm_status in ('any', k.apm_status)
  where k.changed = 'fees'
  union all
  select
    k.price_key, k.payer_class, k.contract, k.mistake, cast(k.mistaken_year as string),
    k.work_rvu, k.pe_rvu, k.mp_rvu, k.work_gpci, k.pe_gpci, k.mp_gpci, f.conversion_factor
  from mistake as k
  inner join conversion_factor as f
    on k.mistaken_year = year(f.effective_from_date) and f.apm_status in ('any', k.apm_status)
  where k.changed = 'conversion_factor'
  union all
  select
    k.price_key, k.payer_class, k.contract, k.mistake, if(k.is_facility, 'non-facility', 'facility'),
    k.work_rvu, if(k.is_facility, v.non_facility_pe_rvu, v.facility_pe_rvu), k.mp_rvu,
    k.work_gpci, k.pe_gpci, k.mp_gpci, k.conversion_factor
  from mistake as k
  inner join relative_value as v
    on k.release = v.release and k.hcpcs_code = v.hcpcs_code and k.component = coalesce(v.modifier, '')
  where k.changed = 'setting'
  union all
  select
    k.price_key, k.payer_class, k.contract, k.mistake, concat(g.carrier, '/', g.locality),
    k.work_rvu, k.pe_rvu, k.mp_rvu, g.work_gpci, g.pe_gpci, g.mp_gpci, k.conversion_factor
  from mistake as k
  inner join index_of_day as g
    on k.pricing_date = g.pricing_date and k.carrier = g.carrier and k.locality <> g.locality
  where k.changed = 'locality'
  union all
  select
    k.price_key, k.payer_class, k.contract, k.mistake, '',
    k.work_rvu, k.pe_rvu, k.mp_rvu, g.work_gpci_without_floor, k.pe_gpci, k.mp_gpci, k.conversion_factor
  from mistake as k
  inner join index_of_day as g
    on k.pricing_date = g.pricing_date and k.carrier = g.carrier and k.locality = g.locality
  where k.changed = 'work_floor'
)
select
  price_key,
  payer_class,
  contract,
  mistake,
  detail,
  cast(round((work_rvu * work_gpci + pe_rvu * pe_gpci + mp_rvu * mp_gpci) * conversion_factor, 2) as decimal(12,2)) as fee_amount
from changed_value
