package org.allowable.model;

import java.util.List;

/**
 * Remittances matched to claim lines, netted, and folded into one life of each line. Each table is
 * made by the SQL file of its name.
 */
public final class Adjudication {

  /** One claim number whose first submission replaces or voids a claim of another number. */
  public static final Table INT_REPLACED_CLAIM =
      Table.of(
          "int_replaced_claim",
          "billing_npi, claim_key",
          "billing_npi string, claim_key string, first_claim_key string");

  /**
   * One submission of a claim. line_status says what its lines count as; version_rank 1 is the
   * latest version.
   */
  public static final Table INT_SUBMISSION =
      Table.of(
          "int_submission",
          "submission_id",
          """
          submission_id string, claim_key string, billing_npi string, payer_sequence string,
          submitted_date date, line_count int, version_rank int, line_status string,
          latest_submission_id string, is_earlier_unknown boolean
          """);

  /**
   * One line of a claim that was sent more than once, with the line of the latest version that
   * stands in its place; a line that the latest version left out is withdrawn and stands for
   * itself.
   */
  public static final Table INT_LINE_VERSION =
      Table.of(
          "int_line_version",
          "claim_line_key",
          """
          claim_line_key bigint, chain_line_key bigint, is_withdrawn boolean,
          submitted_date date, latest_submitted_date date, hcpcs_code string, modifiers string
          """);

  /**
   * One adjustment (CAS) of a remit line as sent, with what it is for the money; is_beside_lines
   * marks those of a claim that has service lines. Units: US dollars as sent.
   */
  public static final Table INT_ADJUSTMENT =
      Table.of(
          "int_adjustment",
          "",
          """
          remit_line_key bigint, remit_claim_key bigint, is_beside_lines boolean,
          claim_paid_amount decimal(12,2), group_code string, reason_code string,
          amount decimal(12,2), role string
          """);

  /**
   * One claim payment (CLP) with service lines and adjustments of its own, and the one that says
   * most: a denying one, else the largest. is_of_all_lines: nothing was paid, and all or none of
   * them are the patient's cost share, so that they are each line's.
   */
  public static final Table INT_CLAIM_LEVEL_ADJUSTMENT =
      Table.of(
          "int_claim_level_adjustment",
          "remit_claim_key",
          """
          remit_claim_key bigint,
          reason struct<group_code: string, reason_code: string, role: string>,
          is_of_all_lines boolean
          """);

  /**
   * One service line of a claim payment, or the claim itself (remit_line_seq 0); adjustments of the
   * claim that leave nothing paid are laid on its lines. Units: US dollars, reversals negative.
   */
  public static final Table INT_REMIT_LINE =
      Table.of(
          "int_remit_line",
          "remit_line_key",
          """
          remit_line_key bigint, remit_claim_key bigint, payment_id string, remit_line_seq int,
          claim_id string, claim_key string, payee_npi string,
          payer_claim_control_number string, claim_status_code string,
          claim_frequency_code string, is_reversal boolean, payer_sequence string,
          payer_id string, payer_name string, line_item_control_number string,
          submitted_hcpcs_code string, submitted_modifiers string,
          adjudicated_hcpcs_code string, charge_amount decimal(12,2),
          paid_amount decimal(12,2), reported_allowed_amount decimal(12,2),
          claim_line_start_date date, claim_line_end_date date, payment_date date,
          event_order string, remark_codes array<string>,
          laid_amount decimal(12,2),
          laid_reason struct<group_code: string, reason_code: string, role: string>,
          is_answered_at_claim_level boolean, is_taken_at_claim_level boolean,
          is_line_in_balance boolean, is_claim_in_balance boolean
          """);

  /**
   * One claim identifier and payee as remittances name them. claim_match_method says how its claim
   * was found; null where none was.
   */
  public static final Table INT_CLAIM_MATCH =
      Table.of(
          "int_claim_match",
          "payee_npi, remit_claim_id_key",
          """
          payee_npi string, remit_claim_id_key string, claim_key string,
          billing_npi string, claim_match_method string
          """);

  /**
   * One remit line whose control number (REF*6R) names a claim line of its claim; the best
   * candidate where submissions repeat it.
   */
  public static final Table INT_MATCH_BY_CONTROL_NUMBER =
      Table.of(
          "int_match_by_control_number",
          "remit_line_key",
          """
          remit_line_key bigint, claim_line_key bigint, match_method string,
          is_match_ambiguous boolean
          """);

  /**
   * One remit line without a usable control number that procedure, modifiers, date and charge pair
   * with a claim line of its claim.
   */
  public static final Table INT_MATCH_BY_CONTENT =
      Table.of(
          "int_match_by_content",
          "remit_line_key",
          """
          remit_line_key bigint, claim_line_key bigint, match_method string,
          is_match_ambiguous boolean
          """);

  /**
   * One remit line that neither control number nor content pairs, and the one claim line of its
   * claim that its date and charge leave.
   */
  public static final Table INT_MATCH_BY_CHARGE =
      Table.of(
          "int_match_by_charge",
          "remit_line_key",
          """
          remit_line_key bigint, claim_line_key bigint, match_method string,
          is_match_ambiguous boolean
          """);

  /**
   * One claim payment without service lines that answers a whole claim of several lines, or takes
   * that back. is_of_all_lines: it allows nothing and so bears on every line of the claim's
   * version; else its money stays at the claim.
   */
  public static final Table INT_MATCH_WHOLE_CLAIM =
      Table.of(
          "int_match_whole_claim",
          "remit_line_key",
          """
          remit_line_key bigint, submission_id string, payer_sequence string,
          is_of_all_lines boolean, is_match_ambiguous boolean
          """);

  /** One remit line's adjustments summed by what they are for the money, and the largest denial. */
  public static final Table INT_ADJUSTMENT_TOTAL =
      Table.of(
          "int_adjustment_total",
          "remit_line_key",
          """
          remit_line_key bigint, cost_share_amount decimal(14,2),
          sequestration_amount decimal(14,2),
          patient_responsibility_amount decimal(14,2), prior_payer_amount decimal(14,2),
          contractual_amount decimal(14,2), outside_allowed_amount decimal(14,2),
          is_capitated boolean, undecided_role string, is_written_off boolean,
          largest struct<amount: decimal(12,2), group_code: string, reason_code: string>,
          denial struct<amount: decimal(12,2), group_code: string, reason_code: string>
          """);

  /**
   * One remit line with its allowed amount, where that came from, what was denied, and whether it
   * decides anything. Units: US dollars as sent.
   */
  public static final Table INT_REMIT_AMOUNT =
      Table.of(
          "int_remit_amount",
          "remit_line_key",
          """
          remit_line_key bigint, cost_share_amount decimal(14,2),
          sequestration_amount decimal(14,2),
          patient_responsibility_amount decimal(14,2), prior_payer_amount decimal(14,2),
          contractual_amount decimal(14,2), outside_allowed_amount decimal(14,2),
          is_capitated boolean, answer_kind string,
          denial struct<amount: decimal(12,2), group_code: string, reason_code: string>,
          allowed_amount decimal(12,2), allowed_amount_source string
          """);

  /**
   * One remit line, with the claim line it belongs to (null where none, or where it bears on a
   * whole claim) and whether a later reversal took it back.
   */
  public static final Table INT_REMIT_EVENT =
      Table.of(
          "int_remit_event",
          "remit_line_key",
          """
          remit_line_key bigint, remit_claim_key bigint, payment_id string,
          remit_line_seq int, claim_line_key bigint, match_method string,
          is_match_ambiguous boolean, payer_sequence string, payer_id string,
          payer_name string, payee_npi string, payer_claim_control_number string,
          claim_status_code string, claim_frequency_code string, is_reversal boolean,
          is_reversed boolean, is_orphan_reversal boolean, adjudicated_hcpcs_code string,
          charge_amount decimal(12,2), paid_amount decimal(12,2),
          claim_line_start_date date, payment_date date,
          event_order string,
          remark_codes array<string>, is_line_in_balance boolean,
          is_claim_in_balance boolean
          """);

  /**
   * One claim payment (CLP) as it bears on one claim line: a line that came back split is summed,
   * and a denial of the whole claim bears on each of its lines. denial_kind: denied, or reduced
   * where something was allowed beside it. Units: US dollars as sent.
   */
  public static final Table INT_LINE_EVENT =
      Table.of(
          "int_line_event",
          "claim_line_key, remit_claim_key",
          """
          claim_line_key bigint, remit_claim_key bigint, payer_sequence string,
          event_order string,
          payment_date date, payer_id string, payer_claim_control_number string,
          claim_status_code string, is_correction boolean, match_method string,
          is_match_ambiguous boolean, is_reversal boolean, is_reversed boolean,
          is_orphan_reversal boolean, is_in_balance boolean, answer_kind string,
          is_answer boolean, is_live boolean, adjudicated_hcpcs_code string,
          charge_amount decimal(12,2),
          paid_amount decimal(12,2), allowed_amount decimal(12,2),
          allowed_amount_source string, cost_share_amount decimal(12,2),
          patient_responsibility_amount decimal(12,2),
          sequestration_amount decimal(12,2), contractual_amount decimal(12,2),
          outside_allowed_amount decimal(12,2), is_capitated boolean, denial_kind string,
          denial struct<amount: decimal(12,2), group_code: string, reason_code: string>,
          remark_codes array<string>
          """);

  /**
   * One answer of the first payer to a claim line that no reversal took back. Without a reversal
   * what was paid stands: is_addition marks what adds to it; is_in_force, the last answer that says
   * the whole and what adds to it. Units: US dollars; standing_allowed_amount is the sum up to this
   * answer.
   */
  public static final Table INT_STANDING_ANSWER =
      Table.of(
          "int_standing_answer",
          "claim_line_key, event_order",
          """
          claim_line_key bigint, remit_claim_key bigint, event_order string,
          is_addition boolean, is_denial_beside_payment boolean, is_in_force boolean,
          standing_allowed_amount decimal(12,2)
          """);

  /**
   * One claim line that any payer answered: the sum of what stands of its first payer's answers,
   * its first answer, and the cash of all. Units: US dollars.
   */
  public static final Table INT_LINE_OUTCOME =
      Table.of(
          "int_line_outcome",
          "claim_line_key",
          """
          claim_line_key bigint, adjudicated_sequence string, is_adjudicated boolean,
          match_method string, is_match_ambiguous boolean, payment_date date,
          payer_claim_control_number string, claim_status_code string,
          adjudicated_hcpcs_code string, answer_kind string, is_capitated boolean,
          allowed_amount decimal(12,2),
          allowed_amount_source string, cost_share_amount decimal(12,2),
          patient_responsibility_amount decimal(12,2),
          sequestration_amount decimal(12,2), contractual_amount decimal(12,2),
          outside_allowed_amount decimal(12,2), latest_paid_amount decimal(12,2),
          denial_kind string, is_denied boolean, denial_group_code string, denial_reason_code string,
          remark_codes array<string>, first_payment_date date,
          first_allowed_amount decimal(12,2), patient_balance_amount decimal(12,2),
          first_payer_paid_amount decimal(12,2), later_payer_paid_amount decimal(12,2),
          event_count int, undecided_answer_count int, additional_payment_count int,
          has_denial_beside_payment boolean, is_answered_at_claim_level boolean,
          has_orphan_reversal boolean, is_in_balance boolean
          """);

  /**
   * One payer identifier and name as claims carry them, with the practice's own name for that payer
   * and its class.
   */
  public static final Table INT_PAYER =
      Table.of(
          "int_payer",
          "payer_id, payer_name",
          """
          payer_id string, payer_name string, payer string, payer_class string
          """);

  /**
   * One service line as submitted, with what the practice file knows of it: payer, physician, site,
   * setting, payment locality. Units: US dollars.
   */
  public static final Table INT_BILLED_LINE =
      Table.of(
          "int_billed_line",
          "claim_line_key",
          """
          claim_line_key bigint, submission_id string, claim_line_number int, claim_id string,
          line_status string, payer_sequence string, payer string, payer_class string,
          contract string,
          rendering_npi string, physician string, site string, setting string, is_facility
          boolean, carrier string, locality string, place_of_service_code string, hcpcs_code
          string, hcpcs_modifier_1 string, hcpcs_modifier_2 string, hcpcs_modifier_3 string,
          hcpcs_modifier_4 string, modifiers string, charge_amount decimal(12,2),
          service_unit_quantity decimal(15,3), service_date date, submitted_date date, day_key
          bigint, payment_system string, wage_index decimal(6,4), credential string,
          is_claim_in_balance boolean, service_month string
          """);

  /**
   * One group code, reason code, payer class and payment date of a line of which something was
   * allowed and something denied, with the rule that says when that is a partial denial.
   */
  public static final Table INT_REDUCTION_RULE =
      Table.of(
          "int_reduction_rule",
          "denial_group_code, denial_reason_code, payer_class, payment_date",
          """
          denial_group_code string, denial_reason_code string, payer_class string,
          payment_date date, is_denial_below_expected boolean,
          is_denial_as_expected boolean, is_denial_without_expectation boolean
          """);

  /**
   * One claim line with everything that happened to it: price, expectation, answers, cash. Units:
   * US dollars; null where not known, never zero.
   */
  public static final Table INT_ADJUDICATED_LINE =
      Table.of(
          "int_adjudicated_line",
          "claim_line_key",
          """
          claim_line_key bigint, price_key bigint, claim_id string, claim_line_number int, line_status string,
          payer string, payer_class string, contract string, rendering_npi string, physician
          string, site
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
          is_awaiting_corrected_answer boolean, is_paid_above_allowed boolean
          """);

  /**
   * One source file of the warehouse's tables, with what the tables hold of it, and what of that is
   * later than the day the report is as of. Units: rows, US dollars as sent.
   */
  public static final Table INT_FILE_TOTAL =
      Table.of(
          "int_file_total",
          "file_sha256",
          """
          file_sha256 string, submitted_line_count bigint,
          submitted_charge_total decimal(14,2), remit_line_count bigint,
          claim_charge_total decimal(14,2), claim_paid_total decimal(14,2),
          line_paid_total decimal(14,2), payment_total decimal(14,2),
          provider_adjustment_total decimal(14,2), later_line_count bigint,
          later_charge_total decimal(14,2), later_paid_total decimal(14,2)
          """);

  /**
   * One control. Units: rows or US dollars; is_required says that a difference stops the report.
   */
  public static final Table MART_CONTROL_TOTAL =
      Table.of(
          "mart_control_total",
          "ordinal",
          """
          ordinal int, control string, unit string, expected_amount decimal(18,2),
          found_amount decimal(18,2), difference_amount decimal(18,2),
          is_required boolean
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_REPLACED_CLAIM,
          INT_SUBMISSION,
          INT_LINE_VERSION,
          INT_ADJUSTMENT,
          INT_CLAIM_LEVEL_ADJUSTMENT,
          INT_REMIT_LINE,
          INT_CLAIM_MATCH,
          INT_MATCH_BY_CONTROL_NUMBER,
          INT_MATCH_BY_CONTENT,
          INT_MATCH_BY_CHARGE,
          INT_MATCH_WHOLE_CLAIM,
          INT_ADJUSTMENT_TOTAL,
          INT_REMIT_AMOUNT,
          INT_REMIT_EVENT,
          INT_LINE_EVENT,
          INT_STANDING_ANSWER,
          INT_LINE_OUTCOME,
          INT_PAYER,
          INT_BILLED_LINE,
          INT_REDUCTION_RULE,
          INT_ADJUDICATED_LINE,
          INT_FILE_TOTAL,
          MART_CONTROL_TOTAL);

  private Adjudication() {}
}
