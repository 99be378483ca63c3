-- Grain: one line of the months that are looked at, of a payer whose rates are asked for, that the payer answered first, did not deny and allowed something for. Units: US dollars.
select
  l.claim_line_key,
  l.price_key,
  l.payer,
  l.hcpcs_code,
  l.setting,
  l.service_month,
  l.service_unit_quantity,
  l.charge_amount,
  l.allowed_amount
from int_adjudicated_line as l
where l.line_status = 'current'
  and l.is_adjudicated
  and l.adjudicated_sequence = 'P'
  and not l.is_denied
  and not l.is_capitated
  and l.allowed_amount > 0
  and l.hcpcs_code is not null
  and l.setting is not null
  and l.service_month between :first_month and :last_month
  -- Nobody named: whoever the practice has no rates of.
  and (l.payer = :payer or (:payer = '' and l.contract is null and l.payer_class not in ('medicare', 'unmapped')))
