-- Grain: one line of the report period that is expected more where denied lines of its day take no rank. Units: US dollars.
select
  l.claim_id,
  l.claim_line_number,
  l.payer,
  l.physician,
  l.service_date,
  l.hcpcs_code,
  l.modifiers,
  m.rank_steps,
  r.expected_allowed_amount,
  r.expected_among_allowed_amount,
  r.allowed_amount,
  cast(greatest(r.expected_among_allowed_amount - r.allowed_amount, 0) as decimal(12,2)) as owed_among_allowed_amount,
  r.followed_rank,
  l.payer_claim_control_number
from int_rank_after_denial as r
inner join int_report_line as l
  on r.claim_line_key = l.claim_line_key
left join int_medicare_price as m
  on l.price_key = m.price_key and m.scenario = 'as_billed'
where r.report_month between :period_first_month and :report_month
order by owed_among_allowed_amount desc, l.claim_id, l.claim_line_number
