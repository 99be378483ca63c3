-- Grain: one of the open denials of a payer with a page that withhold most. Units: US dollars; days left from the last payment date on file. No identifier but the payer's own.
with denial as (
  select
    p.page_number,
    w.payer,
    l.payer_claim_control_number,
    w.service_date,
    w.hcpcs_code,
    w.denial_codes,
    w.last_denial_date,
    w.resubmitted_date,
    w.appeal_by_date,
    w.days_left,
    w.at_stake_amount,
    row_number() over (
      partition by w.payer order by w.at_stake_amount desc nulls last, w.appeal_by_date, w.work_order
    ) as place
  from int_denial_work as w
  inner join int_payer_month as p
    on w.payer = p.payer
  inner join int_adjudicated_line as l
    on w.claim_line_key = l.claim_line_key
  where p.page_number is not null
)
select
  page_number,
  cast(place as int) as row_on_page,
  * except (page_number, place)
from denial
where place <= :payer_page_rows
order by page_number, row_on_page
