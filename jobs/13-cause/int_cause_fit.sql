-- Grain: one line that was allowed too little and cause, a mistake in our words, that would have lowered its allowed amount: whether that is what was allowed, to the cent, and whether it misses it by 1 to 10 cents. Units: US dollars.
with mistaken_line as (
  select
    l.*,
    p.mistake,
    p.detail,
    case
      when l.lesser_of = 'line' or (l.lesser_of = 'claim' and l.expected_allowed_amount = l.charge_amount)
        then least(p.mistaken_amount, l.charge_amount)
      else p.mistaken_amount
    end as mistaken_amount
  from int_short_line as l
  inner join int_mistaken_price as p
    on l.price_key = p.price_key and l.payer_class = p.payer_class and l.contract <=> p.contract
  inner join payment_mistake as k
    on p.mistake = k.mistake
    and l.service_date between k.effective_from_date and coalesce(k.effective_to_date, date'9999-12-31')
  -- Ranks and cuts need another line that day.
  where k.changed not in ('counted_units', 'rank') or l.day_line_count > 1
),
line_mistake as (
  select l.*, k.mistake, k.changed, q.withheld_share
  from int_short_line as l
  inner join payment_mistake as k
    on l.service_date between k.effective_from_date and coalesce(k.effective_to_date, date'9999-12-31')
    and (k.is_for_medicare or l.payer_class not in ('medicare', 'medicare_advantage'))
  left join sequestration as q
    on l.service_date between q.effective_from_date and coalesce(q.effective_to_date, date'9999-12-31')
  where k.changed in ('withheld', 'charge')
),
mistaken_amount as (
  select claim_line_key, payer, expected_allowed_amount, allowed_amount, mistake, detail, mistaken_amount
  from mistaken_line
  union all
  select claim_line_key, payer, expected_allowed_amount, allowed_amount, mistake, '', round(expected_allowed_amount * (1 - withheld_share), 2)
  from line_mistake
  where changed = 'withheld' and withheld_share > 0
  union all
  -- Of what is left to be paid after the patient's share.
  select
    claim_line_key, payer, expected_allowed_amount, allowed_amount, mistake, '',
    expected_allowed_amount - round(greatest(expected_allowed_amount - cost_share_amount, 0) * withheld_share, 2)
  from line_mistake
  where changed = 'withheld' and withheld_share > 0
  union all
  select claim_line_key, payer, expected_allowed_amount, allowed_amount, mistake, '', charge_amount
  from line_mistake
  where changed = 'charge'
)
select
  a.claim_line_key,
  a.payer,
  replace(k.label, '{detail}', a.detail) as cause,
  replace(k.wording, '{detail}', a.detail) as cause_wording,
  k.broken_rule,
  max(a.mistaken_amount = a.allowed_amount) as is_exact,
  max(abs(a.mistaken_amount - a.allowed_amount) between 0.01 and 0.10) as is_near
from mistaken_amount as a
inner join (select distinct mistake, label, wording, broken_rule from payment_mistake) as k
  on a.mistake = k.mistake
where a.mistaken_amount < a.expected_allowed_amount
group by a.claim_line_key, a.payer, replace(k.label, '{detail}', a.detail), replace(k.wording, '{detail}', a.detail), k.broken_rule
