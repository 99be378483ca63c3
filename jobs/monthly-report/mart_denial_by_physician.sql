-- Grain: one rendering physician, report month. Units: lines, US dollars charged; denial_rate 0..1 of adjudicated lines, duplicates apart.
select
  rendering_npi,
  physician,
  count_if(is_adjudicated) as adjudicated_line_count,
  count_if(is_denied and denial_group <> 'Duplicate') as denied_line_count,
  cast(try_divide(count_if(is_denied and denial_group <> 'Duplicate'), count_if(is_adjudicated)) as decimal(9,6)) as denial_rate,
  coalesce(sum(charge_amount) filter (where is_denied and denial_group <> 'Duplicate'), 0) as denied_charge_amount,
  coalesce(sum(expected_allowed_amount) filter (where is_denied and denial_group <> 'Duplicate'), 0) as denied_expected_amount,
  count_if(is_denied and denial_group <> 'Duplicate' and expected_allowed_amount is null) as denied_without_expectation_line_count,
  count_if(is_denied and denial_group_code = 'CO' and denial_reason_code = '4') as co_4_line_count,
  coalesce(sum(charge_amount) filter (where is_denied and denial_group_code = 'CO' and denial_reason_code = '4'), 0) as co_4_charge_amount,
  count_if(is_denied and denial_group_code = 'CO' and denial_reason_code = '97') as co_97_line_count,
  coalesce(sum(charge_amount) filter (where is_denied and denial_group_code = 'CO' and denial_reason_code = '97'), 0) as co_97_charge_amount,
  count_if(is_denied and denial_group = 'Frequency') as frequency_line_count,
  coalesce(sum(charge_amount) filter (where is_denied and denial_group = 'Frequency'), 0) as frequency_charge_amount,
  count_if(is_denied and denial_group = 'Coding' and not (denial_group_code = 'CO' and denial_reason_code = '4')) as other_coding_line_count,
  count_if(is_denied and denial_group = 'Bundling' and not (denial_group_code = 'CO' and denial_reason_code = '97')) as other_bundling_line_count,
  count_if(is_denied and denial_group = 'Medical necessity') as medical_necessity_line_count,
  count_if(is_denied and denial_group = 'Authorization') as authorization_line_count,
  count_if(is_denied and denial_group in ('Registration', 'Coordination of benefits')) as registration_line_count,
  count_if(is_denied and denial_group = 'Timely filing') as timely_filing_line_count,
  count_if(is_denied and denial_group = 'Documentation') as documentation_line_count,
  count_if(is_denied and denial_group = 'Credentialing') as credentialing_line_count,
  count_if(is_denied and denial_group = 'Non-covered') as non_covered_line_count,
  count_if(is_denied and denial_group = 'Other') as other_line_count,
  count_if(is_denied and denial_group = 'Duplicate') as duplicate_line_count,
  count_if(is_partly_denied) as partly_denied_line_count
from int_report_line
where report_month = :report_month
group by rendering_npi, physician
order by denied_charge_amount desc, physician
