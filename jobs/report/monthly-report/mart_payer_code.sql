-- Grain: one of the codes of a payer with a page that were underpaid most in the report period. Units: US dollars, of compared lines; all_count is of all underpaid codes of the payer.
with code as (
  select
    l.payer,
    l.hcpcs_code,
    count(*) as compared_line_count,
    count_if(l.is_underpaid) as underpaid_line_count,
    sum(l.expected_allowed_amount) as expected_allowed_amount,
    sum(l.allowed_amount) as allowed_amount,
    sum(l.variance_amount) as variance_amount,
    - sum(if(l.is_underpaid, l.variance_amount, 0)) as underpaid_amount,
    sum(coalesce(s.payer_shortfall_amount, 0)) as underpaid_payer_amount
  from int_report_line as l
  left join int_underpaid_share as s
    on l.claim_line_key = s.claim_line_key
  where l.report_month between :period_first_month and :report_month and l.judgment = 'COMPARED'
  group by l.payer, l.hcpcs_code
),
underpaid_code as (
  select
    p.page_number,
    c.*,
    count(*) over (partition by c.payer) as all_count,
    row_number() over (partition by c.payer order by c.underpaid_amount desc, c.hcpcs_code) as place
  from code as c
  inner join int_payer_month as p
    on c.payer = p.payer
  where p.page_number is not null and c.underpaid_line_count > 0
)
select
  page_number,
  cast(place as int) as row_on_page,
  payer,
  hcpcs_code,
  compared_line_count,
  underpaid_line_count,
  cast(expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  cast(allowed_amount as decimal(18,2)) as allowed_amount,
  cast(variance_amount as decimal(18,2)) as variance_amount,
  cast(underpaid_amount as decimal(22,2)) as underpaid_amount,
  cast(underpaid_payer_amount as decimal(22,2)) as underpaid_payer_amount,
  all_count
from underpaid_code
where place <= :payer_page_rows
order by page_number, row_on_page
