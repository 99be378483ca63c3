package org.allowable.model;

import java.util.List;

/**
 * The coding review: findings on current claim lines. Each table is made by the SQL file of its
 * name. Units: US dollars.
 */
public final class CodingReview {

  /** What of a claim line the review reads beyond {@link Staging#STG_CLAIM_LINE}. */
  public static final Table STG_CLAIM_CODING =
      Table.of(
          "stg_claim_coding",
          "claim_line_key",
          """
          claim_line_key bigint, patient string, billing_npi string,
          claim_filing_indicator_code string, prior_authorization_number string, diagnosis_codes array<string>
          """);

  /**
   * One current line of a physician's claim with all that its rules read: what the code means, its
   * modifiers, diagnoses in the order of its pointers, its Medicare fee. {@code patient} is a keyed
   * hash: never printed. {@code day_key} is one patient, day and physician.
   */
  public static final Table INT_CODING_LINE =
      Table.of(
          "int_coding_line",
          "claim_line_key",
          """
          claim_line_key bigint, claim_id string, claim_line_number int, payer string,
          payer_class string, rendering_npi string, physician string, site string, state string,
          setting string, place_of_service_code string, hcpcs_code string, modifiers string,
          modifier_codes array<string>, unit_quantity decimal(15,3), charge_amount decimal(12,2),
          medicare_fee_amount decimal(12,2), service_date date, service_month string,
          day_key bigint, patient string, billing_npi string, prior_authorization_number string,
          diagnosis_codes array<string>, family string, approach string, other_approach string,
          region string, imaging string, is_catheter boolean, is_add_on boolean, level_rank int,
          needs_level boolean
          """);

  /** One patient, family of procedures, region and date, with the dates before it. */
  public static final Table INT_PROCEDURE_DAY =
      Table.of(
          "int_procedure_day",
          "patient, family, region, service_date",
          """
          patient string, family string, region string, service_date date,
          earlier_dates array<date>
          """);

  /** One line and policy that holds for its payer, code and date. */
  public static final Table INT_LINE_POLICY =
      Table.of("int_line_policy", "claim_line_key, policy", "claim_line_key bigint, policy string");

  /**
   * One line of a code that is described and a note of it, with how well approach and region fit (2
   * yes, 1 not said, 0 no), and the regions that each level of the note may be of.
   */
  public static final Table INT_NOTE_MATCH =
      Table.of(
          "int_note_match",
          "claim_line_key, note_id",
          """
          claim_line_key bigint, note_id string, approach string,
          levels array<struct<level: string, regions: array<string>>>,
          imaging string, is_image_kept boolean, is_catheter boolean,
          substances array<string>, is_consent_recorded boolean, conservative_treatment string,
          response string, approach_fit int, region_fit int
          """);

  /** One line with the note that fits it best, and the levels of all notes that fit as well. */
  public static final Table INT_LINE_NOTE =
      Table.of(
          "int_line_note",
          "claim_line_key",
          """
          claim_line_key bigint, note_id string, approach string,
          levels array<struct<level: string, regions: array<string>>>,
          imaging string, is_image_kept boolean, is_catheter boolean,
          substances array<string>, is_consent_recorded boolean, conservative_treatment string,
          response string
          """);

  /** One line and level of the spine that its note names, with the regions it may be of. */
  public static final Table INT_NOTE_LEVEL =
      Table.of(
          "int_note_level",
          "claim_line_key, level",
          "claim_line_key bigint, level string, regions array<string>");

  /** One line with a note: what the note says, and the code of that; null where there is none. */
  public static final Table INT_NOTE_CODE =
      Table.of(
          "int_note_code",
          "claim_line_key",
          """
          claim_line_key bigint, note_approach string, note_region string, note_imaging string,
          right_hcpcs_code string, is_billed boolean, source string, effective_from_date date
          """);

  /** Pairs of codes that are not paid together, and modifiers that separate nothing. */
  public static final Table INT_FINDING_PAIR = finding("int_finding_pair");

  /** Imaging that another procedure of the day includes. */
  public static final Table INT_FINDING_IMAGING = finding("int_finding_imaging");

  /** Modifiers that contradict an indicator of their code. */
  public static final Table INT_FINDING_MODIFIER = finding("int_finding_modifier");

  /** Units over the limit of a line or day. */
  public static final Table INT_FINDING_UNIT = finding("int_finding_unit");

  /** Codes that do not exist on their date, and add-on codes without a primary. */
  public static final Table INT_FINDING_CODE = finding("int_finding_code");

  /** Regions, levels and imaging of a session against the policy of the payer. */
  public static final Table INT_FINDING_SESSION = finding("int_finding_session");

  /** Diagnoses against the region of the code, and against the policy. */
  public static final Table INT_FINDING_DIAGNOSIS = finding("int_finding_diagnosis");

  /** Prior authorization that is asked for and not on the claim. */
  public static final Table INT_FINDING_AUTHORIZATION = finding("int_finding_authorization");

  /** What the procedure note says against the code, and what the policy misses in it. */
  public static final Table INT_FINDING_NOTE = finding("int_finding_note");

  /**
   * One finding on one claim line: the rule that it breaks, the code beside it, the code that would
   * be right, and what it is about ({@code detail}: a modifier, diagnosis, limit or element). The
   * date is null where the source states none.
   */
  public static final Table INT_CODING_FINDING =
      Table.of(
          "int_coding_finding",
          "claim_line_key, rule, other_hcpcs_code, detail",
          """
          claim_line_key bigint, rule string, finding_group string, severity string,
          other_hcpcs_code string, right_hcpcs_code string, detail string, label string, fix string,
          charge_amount decimal(12,2), medicare_fee_amount decimal(12,2), source string,
          effective_from_date date
          """);

  /** One claim line and check: whether it could be made, or why not. */
  public static final Table INT_CODING_CHECK =
      Table.of(
          "int_coding_check",
          "claim_line_key, coding_check",
          """
          claim_line_key bigint, coding_check string, outcome string, charge_amount decimal(12,2)
          """);

  /** One finding with its line. */
  public static final Table MART_CODING_FINDING =
      Table.of(
          "mart_coding_finding",
          "claim_line_key, rule, other_hcpcs_code, detail",
          """
          claim_line_key bigint, claim_id string, claim_line_number int, service_date date,
          physician string, rendering_npi string, payer string, payer_class string, site string,
          place_of_service_code string, hcpcs_code string, modifiers string,
          unit_quantity decimal(15,3), rule string, severity string, label string,
          other_hcpcs_code string, right_hcpcs_code string, detail string, fix string,
          charge_amount decimal(12,2), medicare_fee_amount decimal(12,2), source string,
          effective_from_date date
          """);

  /** One physician and rule; the dollars of a line count once. */
  public static final Table MART_CODING_SUMMARY =
      Table.of(
          "mart_coding_summary",
          "rendering_npi, physician, rule",
          """
          rendering_npi string, physician string, rule string, severity string, label string,
          finding_count bigint, line_count bigint, charge_amount decimal(22,2),
          medicare_fee_amount decimal(22,2), unpriced_line_count bigint
          """);

  /** One check and outcome: CHECKED, NOT_CONCERNED, or why it stayed silent. */
  public static final Table MART_CODING_COVERAGE =
      Table.of(
          "mart_coding_coverage",
          "coding_check, outcome",
          """
          coding_check string, outcome string, line_count bigint, charge_amount decimal(22,2)
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          STG_CLAIM_CODING,
          INT_CODING_LINE,
          INT_PROCEDURE_DAY,
          INT_LINE_POLICY,
          INT_NOTE_MATCH,
          INT_LINE_NOTE,
          INT_NOTE_LEVEL,
          INT_NOTE_CODE,
          INT_FINDING_PAIR,
          INT_FINDING_IMAGING,
          INT_FINDING_MODIFIER,
          INT_FINDING_UNIT,
          INT_FINDING_CODE,
          INT_FINDING_SESSION,
          INT_FINDING_DIAGNOSIS,
          INT_FINDING_AUTHORIZATION,
          INT_FINDING_NOTE,
          INT_CODING_FINDING,
          INT_CODING_CHECK,
          MART_CODING_FINDING,
          MART_CODING_SUMMARY,
          MART_CODING_COVERAGE);

  private CodingReview() {}

  private static Table finding(String name) {
    return Table.of(
        name,
        "claim_line_key, rule, other_hcpcs_code, detail",
        """
        claim_line_key bigint, rule string, other_hcpcs_code string, right_hcpcs_code string,
        detail string, source string, effective_from_date date
        """);
  }
}
