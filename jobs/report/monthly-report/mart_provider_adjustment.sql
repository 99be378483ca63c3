-- Grain: one provider adjustment (PLB) of the report period's payments. Units: US dollars; a positive amount lowers the payment.
select
  p.payment_date,
  p.payer_name,
  p.trace_number,
  a.provider_npi,
  a.adjustment_code,
  a.reference_id,
  s.matched_claim_id,
  a.amount
from provider_adjustment as a
inner join payment as p
  on a.payment_id = p.payment_id
left join int_provider_adjustment_claim as s
  on a.payment_id = s.payment_id and a.ordinal = s.ordinal
where date_format(p.payment_date, 'yyyy-MM') between :period_first_month and :report_month
order by p.payment_date, p.payer_name, p.trace_number, a.ordinal, a.adjustment_code, a.reference_id, a.amount
