-- Grain: one payer with lines, first answers or payments of the report period, insurance A/R or an open denial, the most at issue first. Units: US dollars; expected and allowed are of compared lines only, null where there is none; rates 0..1; days. page_number is null for a payer without a page of its own; at_issue_share is of all payers. Prior is the period before.
select
  *,
  cast(try_divide(cast(initially_denied_line_count as decimal(18,0)), first_answered_line_count) as decimal(18,10)) as initial_denial_rate,
  cast(try_divide(cast(prior_initially_denied_line_count as decimal(18,0)), prior_first_answered_line_count) as decimal(18,10)) as prior_initial_denial_rate,
  cast(try_divide(at_issue_amount, sum(at_issue_amount) over ()) as decimal(18,10)) as at_issue_share
from int_payer_month
order by at_issue_amount desc nulls last, payer
