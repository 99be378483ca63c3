-- Grain: one payer and period, the report's own or the twelve months before it, whose remittances state interest (PLB L6), by payment date. Units: US dollars, less what was taken back.
select
  coalesce(n.payer, 'Unmapped payer') as payer,
  m.period,
  -- In a PLB what is negative raises the payment.
  cast(- sum(a.amount) as decimal(18,2)) as interest_paid_amount
from provider_adjustment as a
inner join payment as p
  on a.payment_id = p.payment_id
inner join provider_adjustment_role as r
  on upper(trim(a.adjustment_code)) = r.adjustment_code and r.adjustment_role = 'interest'
  and p.payment_date between r.effective_from_date and coalesce(r.effective_to_date, date'9999-12-31')
inner join int_measure_period as m
  on date_format(p.payment_date, 'yyyy-MM') = m.month
left join int_remit_payer as n
  on coalesce(p.payer_id, '') = n.payer_id
where m.period in ('this_period', 'twelve_months')
group by coalesce(n.payer, 'Unmapped payer'), m.period
