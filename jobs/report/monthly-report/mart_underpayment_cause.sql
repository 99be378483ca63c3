-- Grain: one payer and cause of the months that the report looks back to, causes that fit the same lines to the cent in one row; and what no cause explains. Units: US dollars; payer_shortfall_share 0..1 of what the payer allowed too little.
with short_line as (
  select
    l.payer,
    l.service_date,
    coalesce(c.cause, 'Not explained') as cause,
    c.cause_wording,
    c.cause_count,
    l.expected_allowed_amount - l.allowed_amount as shortfall_amount,
    r.is_underpaid
  from int_short_line as l
  inner join int_report_line as r
    on l.claim_line_key = r.claim_line_key
  left join int_line_cause as c
    on l.claim_line_key = c.claim_line_key
),
cause_total as (
  select
    payer,
    cause,
    cause_wording,
    coalesce(max(cause_count), 0) as cause_count,
    cast(count(*) as int) as line_count,
    count_if(is_underpaid) as underpaid_line_count,
    cast(sum(shortfall_amount) as decimal(12,2)) as shortfall_amount,
    min(service_date) as first_service_date,
    max(service_date) as last_service_date
  from short_line
  group by payer, cause, cause_wording
),
share as (
  select
    *,
    cast(shortfall_amount / sum(shortfall_amount) over (partition by payer) as decimal(18,10)) as payer_shortfall_share,
    cast(round(shortfall_amount, 0) as bigint) as dollars
  from cause_total
),
-- Numbers as words hold them: 1,412 and 1,000,000.
numbered as (
  select
    *,
    transform(array(cast(line_count as bigint), dollars), n -> case
      when n >= 1000000 then concat(cast(floor(n / 1000000) as string), ',', lpad(cast(floor(n % 1000000 / 1000) as string), 3, '0'), ',', lpad(cast(n % 1000 as string), 3, '0'))
      when n >= 1000 then concat(cast(floor(n / 1000) as string), ',', lpad(cast(n % 1000 as string), 3, '0'))
      else cast(n as string)
    end) as numbers
  from share
),
said as (
  select
    *,
    concat(
      element_at(numbers, 1), if(line_count = 1, ' line, ', ' lines, '),
      if(dollars < 1, 'less than $1', concat('$', element_at(numbers, 2))),
      ', ', if(payer_shortfall_share < 0.01, 'less than 1', format_number(floor(payer_shortfall_share * 100), '0.###')), '% of its shortfall'
    ) as size_wording
  from numbered
)
select
  payer,
  cause,
  line_count,
  underpaid_line_count,
  shortfall_amount,
  payer_shortfall_share,
  first_service_date,
  last_service_date,
  cause_count > 1 as is_tied,
  case
    when cause_count = 0 then concat('No mistake in the table explains ', size_wording, '.')
    else concat(
      payer, ' has ', cause_wording, ' from ', date_format(first_service_date, 'MM/dd/yyyy'), ' to ',
      date_format(last_service_date, 'MM/dd/yyyy'), ': ', size_wording, ', to the cent',
      if(cause_count > 1, '; the amounts do not tell which', ''), '.'
    )
  end as cause_statement
from said
order by payer, cause_count = 0, shortfall_amount desc, cause
