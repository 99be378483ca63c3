-- Grain: one payer of the months that the report looks back to, which denied a line which others of its day are ranked behind. Units: US dollars of the other lines, expected as billed and as ranked among allowed lines; owed is what the second way leaves unpaid. followed_rank is the way of most of its lines.
select
  l.payer,
  count(*) as line_count,
  count_if(r.followed_rank = 'AS_BILLED') as as_billed_line_count,
  count_if(r.followed_rank = 'AMONG_ALLOWED') as among_allowed_line_count,
  count_if(r.followed_rank = 'NEITHER') as neither_line_count,
  sum(r.expected_allowed_amount) as expected_allowed_amount,
  sum(r.expected_among_allowed_amount) as expected_among_allowed_amount,
  sum(r.allowed_amount) as allowed_amount,
  sum(greatest(r.expected_among_allowed_amount - r.allowed_amount, 0)) as owed_among_allowed_amount,
  case
    when count_if(r.followed_rank = 'AS_BILLED') * 2 > count(*) then 'AS_BILLED'
    when count_if(r.followed_rank = 'AMONG_ALLOWED') * 2 > count(*) then 'AMONG_ALLOWED'
    else 'NEITHER'
  end as followed_rank
from int_rank_after_denial as r
inner join int_report_line as l
  on r.claim_line_key = l.claim_line_key
where r.report_month between :first_month and :report_month
group by l.payer
order by owed_among_allowed_amount desc, l.payer
