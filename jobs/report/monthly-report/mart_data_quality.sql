-- Grain: one check, over the whole warehouse. Units: rows concerned, US dollars concerned (charged or paid, as the check says).
with transaction_row as (
  select
    count_if(disposition = 'HELD' and coalesce(transaction_set_code, '') <> '837') as held_payment_count,
    coalesce(sum(coalesce(transaction_amount, paid_total)) filter (where disposition = 'HELD' and coalesce(transaction_set_code, '') <> '837'), 0) as held_payment_amount,
    count_if(disposition = 'HELD' and transaction_set_code = '837') as held_claim_count,
    coalesce(sum(charge_total) filter (where disposition = 'HELD' and transaction_set_code = '837'), 0) as held_claim_amount,
    count_if(disposition = 'COPY_DIFFERS') as copy_count,
    coalesce(sum(transaction_amount) filter (where disposition = 'COPY_DIFFERS'), 0) as copy_amount,
    count_if(disposition = 'WARNING') as warning_count
  from int_transaction_exception
),
file as (
  select
    count_if(
      (f.status = 'QUARANTINED' and (f.transaction_count = 0 or h.file_sha256 is not null))
      or (f.status in ('LOADED', 'ALREADY_LOADED') and f.reason is not null)
    ) as quarantined_count
  from ingested_file as f
  left join (select distinct file_sha256 from int_transaction_exception where disposition = 'HELD') as h
    on f.file_sha256 = h.file_sha256
)
select * from int_line_check
union all
select * from int_remittance_check
union all
select stack(
    4,
    'DQ-34', 'Payments held (ST to SE): nothing of them is in this report', cast(held_payment_count as bigint), cast(held_payment_amount as decimal(18,2)), 'paid',
    'DQ-35', 'Claim transactions held (ST to SE): nothing of them is in this report', cast(held_claim_count as bigint), cast(held_claim_amount as decimal(18,2)), 'charged',
    'DQ-36', 'Copies of a check that differ from the one that counts', cast(copy_count as bigint), cast(copy_amount as decimal(18,2)), 'paid',
    'DQ-37', 'Faults of envelopes and payment dates that went in with a warning', cast(warning_count as bigint), cast(null as decimal(18,2)), 'unknown'
  ) as (check_id, finding, row_count, amount, amount_is)
from transaction_row
union all
select stack(
    1,
    'DQ-01', 'Files quarantined whole: nothing of them is in this report', cast(quarantined_count as bigint), cast(null as decimal(18,2)), 'unknown'
  ) as (check_id, finding, row_count, amount, amount_is)
from file
order by check_id
