-- Grain: one payer with a claim on the worklist. Units: claims, lines, US dollars: overpayments are netted with nothing; null where nothing of the lines is known; still_out_amount is of claims whose status is sent, refused_amount what did not come of those refused.
with line as (
  select
    payer,
    count_if(line_standing = 'WITHIN') as within_line_count,
    sum(open_amount) filter (where line_standing = 'WITHIN') as within_amount,
    count_if(line_standing = 'SENT') as sent_line_count,
    count_if(line_standing = 'LOST') as lost_line_count,
    sum(lost_amount) as lost_amount,
    count_if(line_standing = 'NOT_VALID') as not_valid_line_count,
    sum(not_valid_amount) as not_valid_amount,
    count_if(worklist_finding = 'OVERPAID') as overpaid_line_count,
    sum(overpaid_amount) as overpaid_amount
  from int_listed_line
  group by payer
),
claim as (
  select
    payer,
    count(*) as claim_count,
    count(remittance_standing) as sent_claim_count,
    count_if(worklist_status = 'SENT') as out_claim_count,
    count_if(worklist_status = 'REFUSED' and remittance_standing is not null) as refused_claim_count,
    sum(asked_amount) as asked_amount,
    sum(recovered_amount) as recovered_amount,
    sum(still_out_amount) filter (where worklist_status = 'SENT') as still_out_amount,
    sum(still_out_amount) filter (where worklist_status = 'REFUSED') as refused_amount
  from int_listed_claim
  group by payer
)
select
  c.payer,
  cast(c.claim_count as int) as claim_count,
  cast(coalesce(l.within_line_count, 0) as bigint) as within_line_count,
  cast(if(coalesce(l.within_line_count, 0) = 0, 0, l.within_amount) as decimal(18,2)) as within_amount,
  cast(coalesce(l.lost_line_count, 0) as bigint) as lost_line_count,
  cast(if(coalesce(l.lost_line_count, 0) = 0, 0, l.lost_amount) as decimal(18,2)) as lost_amount,
  cast(coalesce(l.sent_line_count, 0) as bigint) as sent_line_count,
  cast(if(c.sent_claim_count = 0, 0, c.asked_amount) as decimal(18,2)) as asked_amount,
  cast(coalesce(c.recovered_amount, 0) as decimal(18,2)) as recovered_amount,
  cast(if(c.out_claim_count = 0, 0, c.still_out_amount) as decimal(18,2)) as still_out_amount,
  cast(if(c.refused_claim_count = 0, 0, c.refused_amount) as decimal(18,2)) as refused_amount,
  cast(coalesce(l.not_valid_line_count, 0) as bigint) as not_valid_line_count,
  cast(if(coalesce(l.not_valid_line_count, 0) = 0, 0, l.not_valid_amount) as decimal(18,2)) as not_valid_amount,
  cast(coalesce(l.overpaid_line_count, 0) as bigint) as overpaid_line_count,
  cast(if(coalesce(l.overpaid_line_count, 0) = 0, 0, l.overpaid_amount) as decimal(18,2)) as overpaid_amount
from claim as c
left join line as l
  on c.payer = l.payer
order by within_amount desc nulls last, c.payer
