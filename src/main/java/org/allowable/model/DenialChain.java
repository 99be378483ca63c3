package org.allowable.model;

import java.util.List;

/**
 * Denials as chains: one denied line is one denial with one outcome, however often it was denied.
 * Each table is made by the SQL file of its name.
 *
 * <p>The answers of the first payer up to the run's as-of date decide, those to earlier versions of
 * the claim included; reversals and answers that only say that a claim came twice are no answers.
 * The final answer is the latest that no reversal took back. In this order:
 *
 * <ul>
 *   <li>{@code REWORKED}: the final answer pays, or leaves to the patient, a line that had another
 *       code or other modifiers when it was denied, whole or in part; or the line is still denied
 *       and the corrected claim left it out.
 *   <li>{@code OVERTURNED}: the final answer allows something and denies nothing, or denies a part
 *       and yet allows more than at first and all that was expected, as where a payer without a
 *       contract reduces the charge.
 *   <li>{@code OVERTURNED_IN_PART}: the final answer still denies a part and allows more than the
 *       first denial did.
 *   <li>{@code UPHELD}: a later answer denies again, for a reason of {@link
 *       DenialReference#APPEAL_REFUSAL} or for a reason that denied the line before; or it denies
 *       nothing and yet allows nothing.
 *   <li>{@code WRITTEN_OFF}: the as-of date is past the payer's window, counted from the latest
 *       denial, or from the corrected claim where one was sent after it.
 *   <li>{@code OPEN}: all others, such as a line that was denied again for a new reason.
 * </ul>
 */
public final class DenialChain {

  private static final String LINE =
      """
      claim_line_key bigint, submission_id string, claim_id string, claim_line_number int,
      line_status string, payer string, payer_class string, rendering_npi string,
      physician string, site string, setting string, hcpcs_code string, modifiers string,
      service_date date, service_month string, charge_amount decimal(12,2),
      expected_allowed_amount decimal(12,2),
      """;

  /**
   * One answer of the first payer to a claim line up to the as-of date, with what it denied and the
   * group of that; {@code denial_kind} is denied, partly_denied or null. An answer to an earlier
   * version counts as the line's. Units: US dollars as sent.
   */
  public static final Table INT_FIRST_PAYER_ANSWER =
      Table.of(
          "int_first_payer_answer",
          "claim_line_key, remit_claim_key",
          """
          claim_line_key bigint, remit_claim_key bigint,
          event_order string, payment_date date, is_live boolean,
          charge_amount decimal(12,2), allowed_amount decimal(12,2),
          paid_amount decimal(12,2), patient_responsibility_amount decimal(12,2),
          is_capitated boolean, denial_kind string, denial_group_code string,
          denial_reason_code string, remark_codes string, denial_group string,
          denial_owner string, preventable string, is_duplicate boolean
          """);

  /**
   * One group code, reason, denial group and day of the first payer's denials that a named signal
   * fits; of several that fit, the one that names more.
   */
  public static final Table INT_DENIAL_SIGNAL =
      Table.of(
          "int_denial_signal",
          "denial_group_code, denial_reason_code, denial_group, known_date",
          """
          denial_group_code string, denial_reason_code string, denial_group string,
          known_date date, signal string
          """);

  /**
   * One denying answer of the first payer to a claim line, reversed later or not; {@code
   * is_duplicate} marks answers that only say that the claim came twice, which are numbered apart.
   * {@code liability} is provider (CO, OA, CR), patient (PR) or payer_initiated (PI). Units: US
   * dollars as sent.
   */
  public static final Table INT_DENIAL_EVENT =
      Table.of(
          "int_denial_event",
          "claim_line_key, remit_claim_key",
          """
          claim_line_key bigint, remit_claim_key bigint,
          event_order string, denial_number int, denial_date date, is_live boolean,
          is_duplicate boolean, denial_kind string, liability string,
          denial_group_code string, denial_reason_code string, remark_codes string,
          denial_group string, denial_owner string, preventable string, accountable string,
          denial_signal string, denial_codes string,
          charge_amount decimal(12,2), allowed_amount decimal(12,2)
          """);

  /**
   * One current claim line, or one that the corrected claim left out, that its first payer
   * answered, with its first answer; {@code exclusion} as in {@link #INT_ANSWERED_LINE}.
   */
  public static final Table INT_FIRST_ANSWER =
      Table.of(
          "int_first_answer",
          "claim_line_key",
          """
          claim_line_key bigint, remit_claim_key bigint,
          first_payment_date date, answer_month string, is_duplicate boolean,
          exclusion string, is_initially_denied boolean, is_partly_denied boolean,
          is_first_pass boolean
          """);

  /**
   * One current claim line, or one that the corrected claim left out, that its first payer
   * answered, with its first answer; a duplicate denial is a first answer only where there is no
   * other. {@code exclusion} says why a line is in no rate: DUPLICATE, NO_CHARGE, CAPITATED (paid
   * by head, so that nothing was to be paid for it) or null. Units: US dollars.
   */
  public static final Table INT_ANSWERED_LINE =
      Table.of(
          "int_answered_line",
          "claim_line_key",
          LINE
              + """
              first_payment_date date, answer_month string, is_duplicate boolean,
              exclusion string, is_facility_claim boolean,
              is_initially_denied boolean, is_partly_denied boolean, denial_group string,
              denial_signal string, denial_codes string, liability string,
              accountable string, is_first_pass boolean
              """);

  /**
   * One claim line that its first payer ever denied, in full or in part: its first denial, and the
   * one outcome of all that followed. {@code at_stake_amount} is what the latest denial keeps from
   * the expectation; {@code recovered_amount} is final allowed less first allowed. Units: US
   * dollars; null where not known, never zero.
   */
  public static final Table INT_DENIAL =
      Table.of(
          "int_denial",
          "claim_line_key",
          LINE
              + """
              first_denial_date date, denial_month string, is_initial_denial boolean,
              denial_kind string, liability string, denial_group_code string,
              denial_reason_code string, remark_codes string, denial_codes string,
              denial_group string, denial_owner string, preventable string,
              accountable string, denial_signal string, denial_count int, outcome string,
              outcome_date date, outcome_month string, first_allowed_amount decimal(12,2),
              final_allowed_amount decimal(12,2), recovered_amount decimal(12,2),
              days_to_outcome int, at_stake_amount decimal(12,2), last_denial_date date,
              resubmitted_date date, appeal_by_date date, is_appeal_window_default boolean
              """);

  /**
   * One payer, kind of denial and denial group, with the share (0..1) of its closed denials that
   * were paid later; {@code recovery_basis} is PAYER_AND_GROUP, GROUP or DEFAULT, which has no
   * count.
   */
  public static final Table INT_RECOVERY_RATE =
      Table.of(
          "int_recovery_rate",
          "payer, denial_kind, denial_group",
          """
          payer string, denial_kind string, denial_group string, recovery_basis string,
          closed_line_count bigint, recovery_rate decimal(18,10)
          """);

  /**
   * One open denial with something at stake, or with what is at stake not known: by when to appeal,
   * with what evidence, what is at stake and what to expect of it. Order 1 is worth most; those
   * that were sent again and wait for an answer come last. Units: US dollars.
   */
  public static final Table INT_DENIAL_WORK =
      Table.of(
          "int_denial_work",
          "claim_line_key",
          """
          claim_line_key bigint, work_order int, claim_id string, claim_line_number int,
          payer string, payer_class string, physician string, site string, hcpcs_code string,
          modifiers string, service_date date, charge_amount decimal(12,2),
          first_denial_date date, last_denial_date date, denial_kind string,
          liability string, denial_codes string, denial_group string, denial_signal string,
          denial_owner string, denial_count int, is_awaiting_answer boolean,
          resubmitted_date date, appeal_by_date date, is_appeal_window_default boolean,
          days_left int, evidence string, at_stake_amount decimal(12,2),
          recovery_rate decimal(18,10), recovery_basis string, closed_line_count bigint,
          expected_recovery_amount decimal(12,2)
          """);

  /**
   * One tally of lines of one month of the period, or of the period, for one member of a dimension.
   * Units: lines, claims, US dollars charged, US dollars expected to be allowed.
   */
  public static final Table INT_DENIAL_TALLY =
      Table.of(
          "int_denial_tally",
          "tally, dimension, member, month",
          """
          tally string, dimension string, member string, month string, line_count bigint,
          claim_count bigint, charge_amount decimal(18,2), expected_amount decimal(18,2),
          without_expectation_line_count bigint
          """);

  /**
   * One metric at one level (lines, claims, charge_dollars, expected_dollars) for one member of a
   * dimension (all, payer, code, location, denial_group, denial_signal, frequency_signal) and one
   * month, or the period. The value is 0..1, null where the denominator is not known; n is the
   * denominator's lines.
   */
  public static final Table MART_DENIAL_METRIC =
      Table.of(
          "mart_denial_metric",
          "metric, level, dimension, member, month",
          """
          metric string, level string, dimension string, member string, month string,
          numerator decimal(18,2), denominator decimal(18,2), value decimal(18,10), n bigint,
          without_amount_line_count bigint, date_basis string, note string
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_FIRST_PAYER_ANSWER,
          INT_DENIAL_SIGNAL,
          INT_DENIAL_EVENT,
          INT_FIRST_ANSWER,
          INT_ANSWERED_LINE,
          INT_DENIAL,
          INT_RECOVERY_RATE,
          INT_DENIAL_WORK,
          INT_DENIAL_TALLY,
          MART_DENIAL_METRIC);

  private DenialChain() {}
}
