package org.allowable.model;

import java.util.List;

/** What the monthly report shows. Each table is made by the SQL file of its name. */
public final class MonthlyReport {

  /** One current claim line that has to be priced, as billed. */
  public static final Table INT_PRICEABLE_LINE =
      Table.of(
          "int_priceable_line",
          "line_key",
          """
          line_key bigint, day_key bigint, line_number int, payer string, payer_class string, contract string, hcpcs_code
          string, hcpcs_modifier_1 string, hcpcs_modifier_2 string, hcpcs_modifier_3 string,
          hcpcs_modifier_4 string, payment_system string, setting string, place_of_service_code string, is_facility boolean,
          carrier string, locality string, wage_index decimal(6,4), service_date date,
          apm_status string, participation string, credential string, unit_quantity
          decimal(15,3), given_rank int
          """);

  /**
   * One current claim line of the thirteen months up to the report month, judged: compared,
   * underpaid, denied, or why not. Units: US dollars; {@code work_quantity} how often the code's
   * work RVU counts.
   */
  public static final Table INT_REPORT_LINE =
      Table.of(
          "int_report_line",
          "claim_line_key",
          """
          claim_line_key bigint, price_key bigint, claim_id string, claim_line_number int, line_status string,
          payer string, payer_class string, contract string, rendering_npi string, physician string, site
          string, setting string, carrier string, locality string, place_of_service_code
          string, hcpcs_code string, modifiers string, service_unit_quantity decimal(15,3),
          service_date date, service_month string, submitted_date date, charge_amount
          decimal(12,2), is_claim_in_balance boolean, payment_system string, pricing_status string, release string,
          is_later_release boolean, is_earlier_release boolean, release_in_force string, release_basis string,
          is_unit_limit_in_force boolean, work_rvu decimal(7,2), pe_rvu decimal(7,2), mp_rvu
          decimal(7,2), work_gpci decimal(5,3), pe_gpci decimal(5,3), mp_gpci decimal(5,3),
          conversion_factor decimal(8,4), medicare_fee_amount decimal(12,2),
          medicare_allowed_amount decimal(12,2), expected_status string, expected_basis
          string, expected_allowed_amount decimal(12,2), is_charge_lower boolean,
          expected_payment_amount decimal(12,2), is_adjudicated boolean,
          is_capitated boolean, is_answered_at_claim_level boolean, adjudicated_sequence string, match_method string, is_match_ambiguous boolean, payment_date date,
          payment_month string, payer_claim_control_number string, adjudicated_hcpcs_code
          string, allowed_amount decimal(12,2), allowed_amount_source string,
          cost_share_amount decimal(12,2), patient_responsibility_amount decimal(12,2),
          patient_balance_amount decimal(12,2), sequestration_amount decimal(12,2),
          contractual_amount decimal(12,2), outside_allowed_amount decimal(12,2),
          latest_paid_amount decimal(12,2),
          first_payer_paid_amount decimal(12,2), later_payer_paid_amount decimal(12,2),
          first_payment_date date, first_allowed_amount decimal(12,2), event_count int,
          undecided_answer_count int, additional_payment_count int,
          has_denial_beside_payment boolean,
          has_orphan_reversal boolean, is_in_balance boolean, denial_group_code string,
          denial_reason_code string, remark_codes string, is_duplicate boolean,
          is_denied boolean, is_partly_denied boolean,
          is_awaiting_corrected_answer boolean, is_paid_above_allowed boolean, report_month string, variance_amount decimal(12,2), paid_amount
          decimal(12,2), judgement string, is_underpaid boolean, is_worth_working boolean,
          is_overpaid boolean, denial_group string, denial_owner string, preventable string,
          is_in_denial_rate boolean, work_quantity decimal(18,6), is_work_counted boolean
          """);

  /**
   * One underpaid line with its shortfall split between payer and patient, as the line's own answer
   * shows the patient's share. Units: US dollars; {@code coinsurance_share} 0..1 of what was
   * allowed beyond the deductible, null where the deductible took all of it.
   */
  public static final Table INT_UNDERPAID_SHARE =
      Table.of(
          "int_underpaid_share",
          "claim_line_key",
          """
          claim_line_key bigint, coinsurance_share decimal(18,10), shortfall_amount decimal(12,2),
          patient_shortfall_amount decimal(12,2), payer_shortfall_amount decimal(12,2)
          """);

  private static final String CASH =
      """
      first_payer_cash_amount decimal(18,2), later_payer_cash_amount decimal(18,2),
      reversed_amount decimal(18,2),
      """;

  /**
   * One month of payment (BPR16) and claim line; what belongs to no line, one payer of the
   * remittances and reason. Every dollar of every remittance once, reversals in their own month.
   * Units: US dollars.
   */
  public static final Table INT_CASH_LINE =
      Table.of(
          "int_cash_line",
          "",
          """
          payment_month string, claim_line_key bigint, payer_name string, reason string,
          first_payer_paid_amount decimal(14,2), later_payer_paid_amount decimal(14,2),
          reversed_amount decimal(14,2), paid_amount decimal(14,2)
          """);

  /**
   * One setting and payer whose claim lines were paid in the report month, or one payer and reason
   * of what belongs to no line. Units: US dollars by payment date (BPR16).
   */
  public static final Table MART_CASH =
      Table.of(
          "mart_cash",
          "setting, payer, reason",
          "setting string, payer string, reason string, " + CASH + "cash_amount decimal(18,2)");

  /**
   * One month of payment (BPR16), of all months on file. Units: US dollars; a positive provider
   * adjustment (PLB) lowers the payment; {@code difference_amount} is payments (BPR02) less what
   * claims and provider adjustments make of them.
   */
  public static final Table MART_CASH_MONTH =
      Table.of(
          "mart_cash_month",
          "payment_month",
          "payment_month string, "
              + CASH
              + """
              line_cash_amount decimal(18,2), unmatched_cash_amount decimal(18,2),
              cash_amount decimal(18,2), provider_adjustment_amount decimal(18,2),
              payment_amount decimal(18,2), difference_amount decimal(18,2)
              """);

  /**
   * One claim line with payments or reversals dated in the report month. Units: US dollars of that
   * month alone.
   */
  public static final Table MART_CASH_LINE =
      Table.of(
          "mart_cash_line",
          "",
          """
          claim_id string, claim_line_number int, line_status string, payer string,
          physician string, setting string, service_date date, hcpcs_code string,
          modifiers string, charge_amount decimal(12,2),
          first_payer_cash_amount decimal(14,2), later_payer_cash_amount decimal(14,2),
          reversed_amount decimal(14,2), cash_amount decimal(14,2)
          """);

  /**
   * One month, setting and payer. Units: US dollars; expected, allowed and paid are of compared
   * lines only, so that both sides hold the same lines.
   */
  public static final Table MART_VARIANCE =
      Table.of(
          "mart_variance",
          "report_month, setting, payer",
          """
          report_month string, setting string, payer string, payer_class string,
          line_count bigint, charge_amount decimal(22,2), compared_line_count bigint,
          expected_allowed_amount decimal(22,2), allowed_amount decimal(22,2),
          variance_amount decimal(22,2), denied_variance_amount decimal(22,2),
          underpaid_variance_amount decimal(22,2),
          underpaid_payer_variance_amount decimal(22,2),
          underpaid_patient_variance_amount decimal(22,2),
          overpaid_variance_amount decimal(22,2),
          tolerated_variance_amount decimal(22,2), underpaid_line_count bigint,
          expected_payment_amount decimal(22,2), first_payer_paid_amount decimal(22,2),
          paid_amount decimal(22,2), denied_line_count bigint, open_line_count bigint,
          open_charge_amount decimal(22,2), unjudged_line_count bigint,
          unjudged_charge_amount decimal(22,2)
          """);

  /** One month. Units: US dollars; shares 0..1, null where there is nothing to divide by. */
  public static final Table MART_TREND =
      Table.of(
          "mart_trend",
          "report_month",
          """
          report_month string, line_count bigint, charge_amount decimal(22,2),
          compared_line_count bigint, expected_allowed_amount decimal(22,2),
          allowed_amount decimal(22,2), variance_amount decimal(22,2),
          underpaid_line_count bigint, underpaid_amount decimal(22,2),
          underpaid_payer_amount decimal(22,2), underpaid_patient_amount decimal(22,2),
          paid_amount decimal(18,2), unmatched_paid_amount decimal(18,2),
          adjudicated_line_count bigint, rated_line_count bigint,
          denied_line_count bigint, denied_charge_amount decimal(22,2),
          denial_rate decimal(18,10), first_answered_line_count bigint,
          initially_denied_line_count bigint, initial_denial_rate decimal(18,10), work_rvu decimal(14,2), constant_work_rvu decimal(14,2),
          open_line_count bigint, open_charge_amount decimal(22,2), unjudged_line_count bigint,
          unjudged_charge_amount decimal(22,2)
          """);

  /**
   * One underpaid line of the report month. Units: US dollars; shortfall_share 0..1 of the expected
   * allowed amount.
   */
  public static final Table MART_UNDERPAID_LINE =
      Table.of(
          "mart_underpaid_line",
          "",
          """
          claim_id string, claim_line_number int, payer string, physician string,
          site string, setting string, service_date date, payment_date date,
          hcpcs_code string, modifiers string, service_unit_quantity decimal(15,3),
          charge_amount decimal(12,2), expected_allowed_amount decimal(12,2),
          allowed_amount decimal(12,2), shortfall_amount decimal(12,2),
          shortfall_share decimal(18,10), payer_shortfall_amount decimal(12,2),
          patient_shortfall_amount decimal(12,2), is_worth_working boolean, expected_basis string,
          medicare_allowed_amount decimal(12,2), allowed_amount_source string,
          first_payer_paid_amount decimal(12,2), cost_share_amount decimal(12,2),
          work_rvu decimal(7,2), pe_rvu decimal(7,2), mp_rvu decimal(7,2),
          work_gpci decimal(5,3), pe_gpci decimal(5,3), mp_gpci decimal(5,3),
          conversion_factor decimal(8,4), release string, release_in_force string,
          fee_amount decimal(12,2),
          procedure_rank int, rank_steps string, counted_unit_quantity decimal(15,5),
          part_reduction_amount decimal(18,6), sides_share decimal(9,6),
          modifier_share decimal(9,6), credential_share decimal(9,6),
          participation_share decimal(9,6), opps_cap_amount decimal(12,2),
          adjudicated_hcpcs_code string,
          payer_claim_control_number string, match_method string
          """);

  /**
   * One compared line that is expected more where lines of its day that the payer denied take no
   * rank: what is expected both ways, and which of the two the payer allowed: AS_BILLED,
   * AMONG_ALLOWED or NEITHER. Units: US dollars.
   */
  public static final Table INT_RANK_AFTER_DENIAL =
      Table.of(
          "int_rank_after_denial",
          "claim_line_key",
          """
          claim_line_key bigint, report_month string, expected_allowed_amount decimal(12,2),
          expected_among_allowed_amount decimal(12,2), allowed_amount decimal(12,2),
          followed_rank string
          """);

  /** The same by payer. Units: US dollars. */
  public static final Table MART_RANK_AFTER_DENIAL =
      Table.of(
          "mart_rank_after_denial",
          "payer",
          """
          payer string, line_count bigint, as_billed_line_count bigint,
          among_allowed_line_count bigint, neither_line_count bigint,
          expected_allowed_amount decimal(22,2), expected_among_allowed_amount decimal(22,2),
          allowed_amount decimal(22,2), owed_among_allowed_amount decimal(23,2),
          followed_rank string
          """);

  /** The same lines of the report month. Units: US dollars. */
  public static final Table MART_RANK_AFTER_DENIAL_LINE =
      Table.of(
          "mart_rank_after_denial_line",
          "claim_id, claim_line_number",
          """
          claim_id string, claim_line_number int, payer string, physician string,
          service_date date, hcpcs_code string, modifiers string, rank_steps string,
          expected_allowed_amount decimal(12,2), expected_among_allowed_amount decimal(12,2),
          allowed_amount decimal(12,2), owed_among_allowed_amount decimal(12,2),
          followed_rank string, payer_claim_control_number string
          """);

  /**
   * One payer, code, setting and share of the expectation that many lines fall short by alike,
   * however little. Units: US dollars; share 0..1.
   */
  public static final Table MART_SHORTFALL_PATTERN =
      Table.of(
          "mart_shortfall_pattern",
          "payer, hcpcs_code, setting, allowed_share",
          """
          payer string, hcpcs_code string, setting string, allowed_share decimal(5,3),
          line_count bigint, underpaid_line_count bigint, shortfall_amount decimal(14,2),
          first_service_date date, last_service_date date
          """);

  /**
   * One rendering physician, report month. Units: lines, US dollars charged; rates 0..1 of the
   * lines in the rate, duplicates in neither number; initial: by the first answer.
   */
  public static final Table MART_DENIAL_BY_PHYSICIAN =
      Table.of(
          "mart_denial_by_physician",
          "rendering_npi, physician",
          """
          rendering_npi string, physician string, adjudicated_line_count bigint,
          rated_line_count bigint, denied_line_count bigint, denial_rate decimal(18,10),
          first_answered_line_count bigint, initially_denied_line_count bigint,
          initial_denial_rate decimal(18,10),
          denied_charge_amount decimal(18,2), denied_expected_amount decimal(18,2),
          denied_without_expectation_line_count bigint, duplicate_line_count bigint,
          partly_denied_line_count bigint
          """);

  /**
   * One rendering physician and denial group of the report month's denied lines; duplicates are a
   * group too. Units: lines, US dollars charged.
   */
  public static final Table MART_DENIAL_GROUP_BY_PHYSICIAN =
      Table.of(
          "mart_denial_group_by_physician",
          "rendering_npi, physician, denial_group",
          """
          rendering_npi string, physician string, denial_group string, is_duplicate boolean,
          denied_line_count bigint, denied_charge_amount decimal(22,2)
          """);

  /**
   * One rendering physician with a denied line in the report month and signal that is always shown
   * by name, also where there was none. Units: lines, US dollars charged; duplicates apart.
   */
  public static final Table MART_DENIAL_SIGNAL_BY_PHYSICIAN =
      Table.of(
          "mart_denial_signal_by_physician",
          "rendering_npi, physician, denial_signal",
          """
          rendering_npi string, physician string, denial_signal string,
          denied_line_count bigint, denied_charge_amount decimal(22,2)
          """);

  /**
   * One denial group and reason of the report month. Units: lines, US dollars; expected is what the
   * denied lines with an expectation would have been allowed.
   */
  public static final Table MART_DENIAL_BY_REASON =
      Table.of(
          "mart_denial_by_reason",
          "denial_group, denial_group_code, denial_reason_code, denial_owner, preventable, is_duplicate",
          """
          denial_group string, denial_group_code string, denial_reason_code string,
          denial_owner string, preventable string, is_duplicate boolean,
          denied_line_count bigint,
          charge_amount decimal(22,2), expected_allowed_amount decimal(22,2),
          without_expectation_line_count bigint
          """);

  /** One denied or partly denied line of the report month. Units: US dollars. */
  public static final Table MART_DENIED_LINE =
      Table.of(
          "mart_denied_line",
          "",
          """
          claim_id string, claim_line_number int, payer string, physician string,
          site string, setting string, service_date date, payment_date date,
          hcpcs_code string, modifiers string, charge_amount decimal(12,2),
          expected_allowed_amount decimal(12,2), allowed_amount decimal(12,2),
          denial string, denial_group string, denial_group_code string,
          denial_reason_code string, remark_codes string, denial_owner string,
          preventable string, is_awaiting_corrected_answer boolean,
          payer_claim_control_number string
          """);

  /**
   * One rendering physician, report month. Units: work RVUs of lines that were allowed something,
   * US dollars paid for those same lines.
   */
  public static final Table MART_WORK_RVU =
      Table.of(
          "mart_work_rvu",
          "rendering_npi, physician",
          """
          rendering_npi string, physician string, paid_line_count bigint,
          without_rvu_line_count bigint, listed_work_rvu decimal(14,2), work_rvu decimal(14,2),
          paid_amount decimal(22,2), without_rvu_paid_amount decimal(22,2),
          paid_per_work_rvu decimal(12,2)
          """);

  /**
   * One reason, payer and code of the report month's lines that could not be compared. Units:
   * lines, US dollars.
   */
  public static final Table MART_NOT_JUDGED =
      Table.of(
          "mart_not_judged",
          "reason, payer, hcpcs_code",
          """
          reason string, payer string, hcpcs_code string, line_count bigint,
          charge_amount decimal(22,2), allowed_amount decimal(22,2),
          paid_amount decimal(22,2)
          """);

  /**
   * One line of the report month that could not be compared, with the reason. Units: US dollars.
   */
  public static final Table MART_NOT_JUDGED_LINE =
      Table.of(
          "mart_not_judged_line",
          "",
          """
          claim_id string, claim_line_number int, reason string, payer string,
          physician string, site string, setting string, place_of_service_code string,
          carrier string, locality string, service_date date, submitted_date date,
          payment_date date, hcpcs_code string, modifiers string,
          service_unit_quantity decimal(15,3), charge_amount decimal(12,2),
          medicare_allowed_amount decimal(12,2), allowed_amount decimal(12,2),
          paid_amount decimal(12,2)
          """);

  /**
   * One remit line paid in the report month that belongs to no claim line of the warehouse. Units:
   * US dollars as sent.
   */
  public static final Table MART_NOT_MATCHED =
      Table.of(
          "mart_not_matched",
          "",
          """
          claim_id string, remit_line_seq int, reason string, payer_name string,
          payer_claim_control_number string, claim_status_code string, service_date date,
          payment_date date, adjudicated_hcpcs_code string, is_reversal boolean,
          charge_amount decimal(12,2), allowed_amount decimal(12,2),
          paid_amount decimal(12,2)
          """);

  /**
   * One provider adjustment (PLB) of the report month's payments. Units: US dollars; a positive
   * amount lowers the payment.
   */
  public static final Table MART_PROVIDER_ADJUSTMENT =
      Table.of(
          "mart_provider_adjustment",
          "",
          """
          payment_date date, payer_name string, trace_number string, provider_npi string,
          adjustment_code string, reference_id string, matched_claim_id string,
          amount decimal(12,2)
          """);

  /**
   * One transaction (ST to SE) that is held, another copy of a check, or one fault that went in
   * with a warning; what came whole since is left out. Units: US dollars as sent.
   */
  public static final Table INT_TRANSACTION_EXCEPTION =
      Table.of(
          "int_transaction_exception",
          "",
          """
          disposition string, transaction_set_code string, trace_number string, payer_name string,
          transaction_date date, transaction_amount decimal(12,2), claim_count int, line_count int,
          charge_total decimal(14,2), paid_total decimal(14,2), source_file string,
          file_sha256 string, fault_segment_index int, reason string, remedy string
          """);

  /**
   * One transaction (ST to SE) that did not go in, or one fault that went in with a warning. Units:
   * US dollars as sent.
   */
  public static final Table MART_TRANSACTION_EXCEPTION =
      Table.of(
          "mart_transaction_exception",
          "",
          """
          disposition string, trace_number string, payer_name string, transaction_date date,
          transaction_amount decimal(12,2), claim_count int, line_count int,
          charge_total decimal(14,2), source_file string, fault_segment_index int,
          reason string, remedy string
          """);

  /**
   * One file that ingestion was given. Units: US dollars as counted while the file was read;
   * difference_amount is against the warehouse's tables, all totals added up absolutely.
   */
  public static final Table MART_INPUT_FILE =
      Table.of(
          "mart_input_file",
          "",
          """
          source_file string, status string, reason string, segment_index int,
          transaction_count int, duplicate_transaction_count int,
          submitted_line_count int, submitted_charge_total decimal(14,2),
          remit_line_count int, claim_charge_total decimal(14,2),
          claim_paid_total decimal(14,2), line_paid_total decimal(14,2),
          provider_adjustment_total decimal(14,2), payment_total decimal(14,2),
          difference_amount decimal(14,2)
          """);

  /**
   * One check, over the whole warehouse. Units: rows concerned, US dollars concerned (charged or
   * paid, as the check says).
   */
  public static final Table MART_DATA_QUALITY =
      Table.of(
          "mart_data_quality",
          "check_id",
          """
          check_id string, finding string, row_count bigint, amount decimal(18,2),
          amount_is string
          """);

  /**
   * One fee schedule, release that prices lines of the report month, and release in force on their
   * days; null where none is loaded. Units: lines, US dollars as charged.
   */
  public static final Table MART_RELEASE_BASIS =
      Table.of(
          "mart_release_basis",
          "fee_schedule, release_basis, release, release_in_force",
          """
          fee_schedule string, release_basis string, release string, release_in_force string,
          line_count bigint, charge_amount decimal(22,2), cms_page string
          """);

  /**
   * One control of cash by payment date. Units: rows or US dollars; is_required says that a
   * difference stops the report.
   */
  public static final Table MART_CASH_CONTROL =
      Table.of(
          "mart_cash_control",
          "ordinal",
          """
          ordinal int, control string, unit string, expected_amount decimal(18,2),
          found_amount decimal(18,2), difference_amount decimal(18,2), is_required boolean
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_PRICEABLE_LINE,
          INT_REPORT_LINE,
          INT_UNDERPAID_SHARE,
          INT_CASH_LINE,
          MART_CASH,
          MART_CASH_MONTH,
          MART_CASH_LINE,
          MART_VARIANCE,
          MART_TREND,
          MART_UNDERPAID_LINE,
          MART_SHORTFALL_PATTERN,
          INT_RANK_AFTER_DENIAL,
          MART_RANK_AFTER_DENIAL,
          MART_RANK_AFTER_DENIAL_LINE,
          MART_DENIAL_BY_PHYSICIAN,
          MART_DENIAL_GROUP_BY_PHYSICIAN,
          MART_DENIAL_SIGNAL_BY_PHYSICIAN,
          MART_DENIAL_BY_REASON,
          MART_DENIED_LINE,
          MART_WORK_RVU,
          MART_NOT_JUDGED,
          MART_NOT_JUDGED_LINE,
          MART_NOT_MATCHED,
          MART_PROVIDER_ADJUSTMENT,
          MART_INPUT_FILE,
          INT_TRANSACTION_EXCEPTION,
          MART_TRANSACTION_EXCEPTION,
          MART_CASH_CONTROL,
          MART_DATA_QUALITY,
          MART_RELEASE_BASIS);

  private MonthlyReport() {}
}
