-- Grain: one claim line with its answers, its Medicare price and what its payer should have allowed. Units: US dollars; null where not known, never zero.
with priced_line as (
  select
    b.*,
    o.* except (claim_line_key),
    k.price_key,
    m.pricing_status,
    m.release,
    m.is_later_release,
    m.is_earlier_release,
    m.release_in_force,
    m.is_unit_limit_in_force,
    m.work_rvu,
    m.pe_rvu,
    m.mp_rvu,
    m.work_gpci,
    m.pe_gpci,
    m.mp_gpci,
    m.conversion_factor,
    m.medicare_fee_amount,
    x.expected_status,
    x.expected_basis,
    coalesce(x.is_current_medicare, false) as is_current_medicare,
    x.lesser_of,
    l.submission_id is not null as is_limited_by_claim,
    q.withheld_share,
    p.is_denial_below_expected,
    p.is_denial_as_expected,
    p.is_denial_without_expectation,
    v.latest_submitted_date as corrected_claim_date,
    cast(coalesce(x.expected_allowed_amount, round(b.charge_amount * x.charge_percent / 100, 2)) as decimal(12,2)) as full_price_amount
  from int_billed_line as b
  left join int_line_outcome as o
    on b.claim_line_key = o.claim_line_key
  left join int_price_key as k
    on b.claim_line_key = k.line_key
  left join int_medicare_price as m
    on k.price_key = m.price_key and m.scenario = 'as_billed'
  left join int_expected_price as x
    on k.price_key = x.price_key and k.payer_class = x.payer_class and k.contract <=> x.contract
  left join int_claim_charge_limit as l
    on b.submission_id = l.submission_id and b.contract = l.contract
  left join int_reduction_rule as p
    on if(o.denial_kind = 'reduced', o.denial_group_code, null) = p.denial_group_code
    and o.denial_reason_code = p.denial_reason_code
    and b.payer_class = p.payer_class
    and coalesce(o.payment_date, date'9999-12-31') = p.payment_date
  left join int_line_version as v
    on b.claim_line_key = v.claim_line_key
  left join sequestration as q
    on b.service_date between q.effective_from_date and coalesce(q.effective_to_date, date'9999-12-31')
)
select
  *,
  case
    when full_price_amount is null then null
    when is_limited_by_claim then charge_amount
    when lesser_of = 'line' then least(full_price_amount, charge_amount)
    else full_price_amount
  end as expected_allowed_amount
from priced_line
