-- Grain: one of the shortfall patterns of a payer with a page that cost most. Units: US dollars; share 0..1; all_count and all_shortfall_amount are of all patterns of the payer.
with pattern as (
  select
    p.page_number,
    s.*,
    count(*) over (partition by s.payer) as all_count,
    sum(s.shortfall_amount) over (partition by s.payer) as all_shortfall_amount,
    row_number() over (
      partition by s.payer order by s.shortfall_amount desc, s.hcpcs_code, s.setting, s.allowed_share
    ) as place
  from int_shortfall_pattern as s
  inner join int_payer_month as p
    on s.payer = p.payer
  where p.page_number is not null
)
select
  page_number,
  cast(place as int) as row_on_page,
  payer,
  hcpcs_code,
  setting,
  allowed_share,
  line_count,
  underpaid_line_count,
  shortfall_amount,
  first_service_date,
  last_service_date,
  all_count,
  cast(all_shortfall_amount as decimal(18,2)) as all_shortfall_amount
from pattern
where place <= :payer_page_rows
order by page_number, row_on_page
