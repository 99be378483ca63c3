-- Grain: one current claim line that was denied, in full or in part, by what may be a limit on frequency, with the limit that decides. Units: US dollars; sessions or injections, as the limit says. counted_count holds the denied session itself; what_would_tell is what is missing where the count cannot tell. Denials to appeal come first.
select
  claim_line_key,
  claim_id,
  claim_line_number,
  patient,
  payer,
  payer_class,
  rendering_npi,
  physician,
  site,
  service_date,
  payment_date,
  hcpcs_code,
  modifiers,
  charge_amount,
  expected_allowed_amount,
  denial_group_code,
  denial_reason_code,
  remark_codes,
  denial_group,
  denial_owner,
  is_partly_denied,
  limit_kind,
  policy,
  title,
  policy_from_date,
  source,
  region,
  limit_name,
  unit,
  cap,
  window_from_date,
  counts,
  counted_count,
  performed_count,
  paid_count,
  session_dates,
  paid_session_dates,
  gap_days,
  minimum_gap_days,
  elsewhere_count,
  is_history_whole,
  verdict,
  verdict_reason,
  case verdict_reason
    when 'SESSIONS_ELSEWHERE_POSSIBLE' then concat(
      'Payer''s claim history from ', cast(window_from_date as string), ': valid if it has ',
      cast(elsewhere_count as string), ' or more that this practice did not perform, else appeal'
    )
    when 'NEW_EPISODE_POSSIBLE' then concat(
      'Note of the visit before ', cast(service_date as string),
      coalesce(concat(': a new episode since ', cast(earlier_session_date as string)), ': a new episode'), ' restarts the count'
    )
    when 'UNPAID_SESSIONS_DECIDE' then concat(
      'Payer''s policy on unpaid sessions: ', cast(paid_count as string), ' without them, ', cast(performed_count as string),
      ' with them, limit ', cast(cap as string), '; appeal if it does not count them'
    )
    when 'SEVERAL_REGIONS_THAT_DAY' then concat(
      'Region that the payer counted on ', cast(service_date as string), coalesce(concat(': ', day_regions), '')
    )
    when 'NOT_BY_COUNT' then concat(
      'Diagnosis on the claim and findings in the note of ', cast(service_date as string),
      ' against the payer''s coverage policy: the count is within the limit'
    )
    when 'CONTRACT_LIMIT' then concat('The contract''s maximum for ', hcpcs_code, ' and what was billed toward it')
    when 'NO_POLICY' then concat('A frequency policy for ', coalesce(payer, 'the payer'), ': name it in the practice file')
    when 'NOT_IN_POLICY' then concat('Region and limit for ', hcpcs_code, ' on ', cast(service_date as string), ': no policy of the payer has them')
  end as what_would_tell,
  appeal
from int_frequency_denial
order by array_position(array('WRONG', 'CANNOT_TELL', 'CORRECT'), verdict), payment_date desc, claim_id, claim_line_number
