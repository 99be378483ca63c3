package org.allowable.model;

import java.util.List;

/**
 * The retraining review: denials that a physician can change, against peers with the same mix. Each
 * table is made by the SQL file of its name. A span is {@code period}, or the {@code year} that
 * ends with it; lines belong to it by the date of their first answer. Units: lines, US dollars.
 */
public final class RetrainingReview {

  /**
   * One claim line whose first answer fell into the year; {@code is_counted} says that it was
   * denied at first for what a physician can change. A facility's claim has no rendering physician
   * here: its line is the same service as the physician's.
   */
  public static final Table INT_REVIEW_LINE = line("int_review_line", "");

  /** One line of the period that was denied at first, with its chain and what explains it. */
  public static final Table INT_EXPLAINED_DENIAL =
      line(
          "int_explained_denial",
          """
          , denial_owner string, outcome string, recovered_amount decimal(12,2),
          at_stake_amount decimal(12,2), coding_rule string, finding_label string,
          finding_fix string, other_hcpcs_code string, finding_source string,
          finding_date date, lesson string, change string, lesson_date date,
          lesson_source string
          """);

  /** One physician, payer and code in a span: own lines and those of all other physicians. */
  public static final Table INT_PEER_CELL =
      Table.of(
          "int_peer_cell",
          "span, rendering_npi, payer, hcpcs_code",
          """
          span string, rendering_npi string, physician string, payer string, hcpcs_code string,
          line_count bigint, counted_line_count bigint, peer_line_count bigint,
          peer_counted_line_count bigint
          """);

  /**
   * One physician in a span: lines that a peer has too, how many of them were denied, how many
   * would have been at the peers' rates and on how many denied lines of theirs that rests, how many
   * if all were denied alike, and the variance of that by chance alone.
   */
  public static final Table INT_PHYSICIAN_TALLY =
      Table.of(
          "int_physician_tally",
          "span, rendering_npi",
          """
          span string, rendering_npi string, physician string, line_count bigint,
          initially_denied_line_count bigint, counted_line_count bigint,
          compared_line_count bigint, observed_line_count bigint,
          expected_line_count decimal(18,6), expected_basis_line_count decimal(18,6),
          alike_line_count decimal(18,6), variance decimal(18,6),
          counted_charge_amount decimal(18,2), counted_expected_amount decimal(18,2),
          without_expectation_line_count bigint
          """);

  /**
   * One physician in a span, in the funnel. {@code place} is NAMED, ABOVE_INNER, WITHIN,
   * BELOW_INNER, TOO_FEW_LINES or NOT_COMPARABLE, where no other physician has such lines. Rates
   * are 0..1, limits may be above.
   */
  public static final Table MART_PHYSICIAN_RATE =
      Table.of(
          "mart_physician_rate",
          "span, rendering_npi",
          """
          span string, rendering_npi string, physician string, line_count bigint,
          initially_denied_line_count bigint, counted_line_count bigint,
          compared_line_count bigint, observed_line_count bigint,
          expected_line_count decimal(18,6), expected_basis_line_count decimal(18,6),
          alike_line_count decimal(18,6), variance decimal(18,6),
          observed_over_expected decimal(18,10), ratio_lower decimal(18,10),
          ratio_upper decimal(18,10), target_rate decimal(18,9), dispersion decimal(18,9),
          compared_physician_count bigint, comparable_line_count decimal(18,6),
          standardised_rate decimal(18,10), inner_lower_rate decimal(18,10),
          inner_upper_rate decimal(18,10), outer_lower_rate decimal(18,10),
          outer_upper_rate decimal(18,10), place string, counted_charge_amount decimal(18,2),
          counted_expected_amount decimal(18,2), without_expectation_line_count bigint
          """);

  /** One physician and month of first answers; peers are all other physicians. */
  public static final Table MART_PHYSICIAN_MONTH =
      Table.of(
          "mart_physician_month",
          "rendering_npi, answer_month",
          """
          rendering_npi string, physician string, answer_month string, line_count bigint,
          counted_line_count bigint, compared_line_count bigint, observed_line_count bigint,
          expected_line_count decimal(18,6), peer_line_count bigint,
          peer_counted_line_count bigint
          """);

  /**
   * One training of one physician: lines served before and from its date on, and the peers'; {@code
   * is_cut}: another training of the physician lies nearer than the usual months.
   */
  public static final Table MART_TRAINING =
      Table.of(
          "mart_training",
          "rendering_npi, training_date, subject",
          """
          rendering_npi string, training_date date, subject string, denial_group string,
          first_date date, last_date date, is_cut boolean, before_line_count bigint,
          before_counted_line_count bigint, after_line_count bigint,
          after_counted_line_count bigint, peer_before_line_count bigint,
          peer_before_counted_line_count bigint, peer_after_line_count bigint,
          peer_after_counted_line_count bigint
          """);

  /** One physician and pattern of counted denials of the period; pattern 1 is worth most. */
  public static final Table INT_DENIAL_PATTERN = pattern("int_denial_pattern");

  /** The same, in order. */
  public static final Table MART_DENIAL_PATTERN = pattern("mart_denial_pattern");

  /** One example of a pattern; patients by their number in the run. */
  public static final Table MART_DENIAL_EXAMPLE =
      Table.of(
          "mart_denial_example",
          "rendering_npi, pattern_number, example_number",
          """
          rendering_npi string, physician string, pattern_number int, example_number int,
          claim_line_key bigint, patient string, service_month string, payer string,
          setting string, hcpcs_code string, modifiers string, other_hcpcs_code string,
          denial_codes string, charge_amount decimal(12,2),
          expected_allowed_amount decimal(12,2), outcome string, change string
          """);

  /**
   * One denial group, signal and who can change it, with the outcomes of its chains. What was
   * recovered is of the lines of which it is known; null where of none.
   */
  public static final Table MART_DENIAL_GROUP =
      Table.of(
          "mart_denial_group",
          "denial_group, denial_signal, accountable, liability, denial_owner",
          """
          denial_group string, denial_signal string, accountable string, liability string,
          denial_owner string, line_count bigint, claim_count bigint,
          charge_amount decimal(18,2), expected_allowed_amount decimal(18,2),
          without_expectation_line_count bigint, overturned_line_count bigint,
          overturned_in_part_line_count bigint, reworked_line_count bigint,
          upheld_line_count bigint, written_off_line_count bigint, open_line_count bigint,
          recovered_amount decimal(18,2), without_recovery_line_count bigint
          """);

  /** One location and denial group that is its to change. */
  public static final Table MART_LOCATION_DENIAL =
      Table.of(
          "mart_location_denial",
          "site, denial_group",
          """
          site string, denial_group string, line_count bigint, denied_line_count bigint,
          denial_rate decimal(18,10), charge_amount decimal(18,2)
          """);

  /** One code and the code beside it that explains denials. */
  public static final Table MART_CODE_PAIR =
      Table.of(
          "mart_code_pair",
          "hcpcs_code, other_hcpcs_code, denial_group, coding_rule",
          """
          hcpcs_code string, other_hcpcs_code string, denial_group string, coding_rule string,
          finding_label string, rule_since_date date, rule_source string, line_count bigint,
          physician_count bigint, charge_amount decimal(18,2),
          expected_allowed_amount decimal(18,2), without_expectation_line_count bigint
          """);

  /** One physician, location and denial group that is not the physician's to change. */
  public static final Table MART_NOT_THEIRS =
      Table.of(
          "mart_not_theirs",
          "rendering_npi, site, denial_group, denial_owner",
          """
          rendering_npi string, physician string, site string, denial_group string,
          denial_owner string, accountable string, line_count bigint,
          charge_amount decimal(18,2)
          """);

  /** One finding of the coding review on a line served in the period. */
  public static final Table MART_REVIEW_FINDING =
      Table.of(
          "mart_review_finding",
          "claim_line_key, rule, other_hcpcs_code, detail",
          """
          claim_line_key bigint, claim_id string, claim_line_number int, service_date date,
          rendering_npi string, physician string, payer string, site string,
          hcpcs_code string, modifiers string, rule string, severity string, label string,
          other_hcpcs_code string, right_hcpcs_code string, detail string, fix string,
          charge_amount decimal(12,2), medicare_fee_amount decimal(12,2),
          was_denied boolean, source string, effective_from_date date
          """);

  /** One line whose first denial fell into the period, with its outcome. */
  public static final Table MART_DENIED_CHAIN =
      Table.of(
          "mart_denied_chain",
          "claim_line_key",
          """
          claim_line_key bigint, claim_id string, claim_line_number int, payer string,
          rendering_npi string, physician string, site string, hcpcs_code string,
          modifiers string, service_date date, first_denial_date date,
          is_initial_denial boolean, denial_kind string, liability string,
          denial_codes string, denial_group string, denial_signal string,
          denial_owner string, accountable string, preventable string, denial_count int,
          outcome string, outcome_date date, days_to_outcome int,
          charge_amount decimal(12,2), expected_allowed_amount decimal(12,2),
          first_allowed_amount decimal(12,2), final_allowed_amount decimal(12,2),
          recovered_amount decimal(12,2), at_stake_amount decimal(12,2),
          appeal_by_date date, is_appeal_window_default boolean
          """);

  /** One open denial, the one worth most first. */
  public static final Table MART_DENIAL_WORK =
      Table.of(
          "mart_denial_work",
          "work_order",
          """
          work_order int, claim_id string, claim_line_number int, payer string,
          payer_class string, physician string, site string, hcpcs_code string,
          modifiers string, service_date date, charge_amount decimal(12,2),
          first_denial_date date, last_denial_date date, denial_kind string,
          liability string, denial_codes string, denial_group string, denial_signal string,
          denial_owner string, denial_count int, is_awaiting_answer boolean,
          resubmitted_date date, appeal_by_date date, is_appeal_window_default boolean,
          days_left int, evidence string, at_stake_amount decimal(12,2),
          recovery_rate decimal(18,10), recovery_basis string, closed_line_count bigint,
          expected_recovery_amount decimal(12,2), rendering_npi string
          """);

  /** One control total. */
  public static final Table MART_REVIEW_CONTROL =
      Table.of(
          "mart_review_control",
          "control",
          """
          control string, unit string, expected_amount decimal(18,2),
          found_amount decimal(18,2), difference_amount decimal(18,2), is_required boolean
          """);

  /**
   * One fee schedule, release that prices lines of the period, and release in force on their days;
   * null where none is loaded. Units: lines, US dollars as charged.
   */
  public static final Table MART_REVIEW_RELEASE =
      Table.of(
          "mart_review_release",
          "fee_schedule, release_basis, release, release_in_force",
          """
          fee_schedule string, release_basis string, release string, release_in_force string,
          line_count bigint, charge_amount decimal(22,2)
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_REVIEW_LINE,
          INT_PEER_CELL,
          INT_PHYSICIAN_TALLY,
          INT_EXPLAINED_DENIAL,
          INT_DENIAL_PATTERN,
          MART_REVIEW_CONTROL,
          MART_PHYSICIAN_RATE,
          MART_PHYSICIAN_MONTH,
          MART_TRAINING,
          MART_DENIAL_GROUP,
          MART_LOCATION_DENIAL,
          MART_DENIAL_PATTERN,
          MART_CODE_PAIR,
          MART_DENIAL_EXAMPLE,
          MART_NOT_THEIRS,
          MART_REVIEW_RELEASE,
          MART_REVIEW_FINDING,
          MART_DENIED_CHAIN,
          MART_DENIAL_WORK);

  private RetrainingReview() {}

  private static Table line(String name, String more) {
    return Table.of(
        name,
        "claim_line_key",
        """
        claim_line_key bigint, claim_id string, claim_line_number int, payer string,
        payer_class string, rendering_npi string, physician string, site string,
        setting string, hcpcs_code string, modifiers string, service_date date,
        charge_amount decimal(12,2), expected_allowed_amount decimal(12,2),
        first_payment_date date, answer_month string, is_in_period boolean,
        is_initially_denied boolean, is_counted boolean, denial_group string,
        denial_signal string, denial_codes string, liability string, accountable string
        """
            + more);
  }

  private static Table pattern(String name) {
    return Table.of(
        name,
        "rendering_npi, pattern_number",
        """
        rendering_npi string, physician string, pattern_number int, denial_signal string,
        denial_group string, family string, hcpcs_codes string, other_hcpcs_codes string,
        denial_codes string, coding_rule string, line_count bigint, family_line_count bigint,
        peer_line_count bigint, peer_denied_line_count bigint,
        expected_line_count decimal(18,6), charge_amount decimal(18,2),
        expected_allowed_amount decimal(18,2), without_expectation_line_count bigint,
        recovered_amount decimal(18,2), without_recovery_line_count bigint,
        open_line_count bigint, open_at_stake_amount decimal(18,2), rule_said string,
        change string, lesson_change string, rule_since_date date, rule_source string
        """);
  }
}
