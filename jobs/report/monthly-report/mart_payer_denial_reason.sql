-- Grain: one of the denial reasons of a payer with a page that hold the most charges of lines denied in the report period, duplicates excluded. Units: US dollars; expected is null where no line has an expectation; all_count, all_line_count and all_charge_amount are of all reasons of the payer.
with reason as (
  select
    payer,
    denial_group,
    denial_group_code,
    denial_reason_code,
    denial_reason,
    count(*) as denied_line_count,
    sum(charge_amount) as charge_amount,
    sum(expected_allowed_amount) as expected_allowed_amount,
    count_if(expected_allowed_amount is null) as without_expectation_line_count
  from int_report_line
  where report_month between :period_first_month and :report_month and is_denied and not is_duplicate
  group by payer, denial_group, denial_group_code, denial_reason_code, denial_reason
),
payer_reason as (
  select
    p.page_number,
    r.*,
    count(*) over (partition by r.payer) as all_count,
    sum(r.denied_line_count) over (partition by r.payer) as all_line_count,
    sum(r.charge_amount) over (partition by r.payer) as all_charge_amount,
    row_number() over (
      partition by r.payer order by r.charge_amount desc, r.denial_group, r.denial_group_code, r.denial_reason_code, r.denial_reason
    ) as place
  from reason as r
  inner join int_payer_month as p
    on r.payer = p.payer
  where p.page_number is not null
)
select
  page_number,
  cast(place as int) as row_on_page,
  payer,
  denial_group,
  denial_group_code,
  denial_reason_code,
  denial_reason,
  denied_line_count,
  cast(charge_amount as decimal(18,2)) as charge_amount,
  cast(expected_allowed_amount as decimal(18,2)) as expected_allowed_amount,
  without_expectation_line_count,
  all_count,
  cast(all_line_count as bigint) as all_line_count,
  cast(all_charge_amount as decimal(22,2)) as all_charge_amount
from payer_reason
where place <= :payer_page_rows
order by page_number, row_on_page
