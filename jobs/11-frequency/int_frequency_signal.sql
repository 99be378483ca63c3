-- Grain: one current claim line that was denied, in full or in part, by what may be a limit on frequency. Units: US dollars. limit_kind: of the patient, of the contract, or possible only.
with signaled_line as (
  select
    a.*,
    c.denial_group,
    c.denial_owner,
    s.limit_kind as signal_kind,
    s.remark_code
  from int_adjudicated_line as a
  inner join int_denial_combination as c
    on a.denial_reason_code = c.denial_reason_code
    and coalesce(a.remark_codes, '') = c.remark_codes
    and a.payment_month = c.payment_month
  left join frequency_signal as s
    on a.denial_reason_code = s.reason_code
    and (s.remark_code = '*' or array_contains(split(a.remark_codes, ' '), s.remark_code))
    and a.payment_date between s.effective_from_date and coalesce(s.effective_to_date, date'9999-12-31')
  where a.line_status = 'current'
    and (a.is_denied or a.is_partly_denied)
    and (s.limit_kind is not null or c.denial_group = 'Frequency')
)
-- The signal that names a remark is the stronger one.
select
  claim_line_key, claim_id, claim_line_number, payer, payer_class, rendering_npi, physician, site, service_date, payment_date,
  hcpcs_code, modifiers, charge_amount, expected_allowed_amount, denial_group_code, denial_reason_code, remark_codes,
  denial_group, denial_owner, is_partly_denied,
  coalesce(min_by(signal_kind, struct(remark_code = '*', remark_code)), 'patient') as limit_kind
from signaled_line
group by all
