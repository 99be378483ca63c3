-- Grain: one state of the claim lines on file at the end of the report period: each line is in one. Units: lines, US dollars charged.
select
  answer_state,
  count(*) as line_count,
  cast(sum(charge_amount) as decimal(18,2)) as charge_amount
from int_answer_state
group by answer_state
order by
  case answer_state
    when 'UNANSWERED' then 1
    when 'TAKEN_BACK' then 2
    when 'SENT_AGAIN' then 3
    when 'LATER_PAYER' then 4
    when 'ANSWERED' then 5
    when 'NO_CHARGE' then 6
    when 'REPLACED' then 7
    when 'VOIDED' then 8
    else 9
  end,
  answer_state
