package org.allowable.model;

/**
 * The reference tables about denials, beside {@link Reference#DENIAL_GROUP}: dated rows with their
 * source. {@code *} stands for any value.
 */
public final class DenialReference {

  private static final String HOLDS =
      """
      effective_from_date date not null, effective_to_date date,
      source string not null
      """;

  /**
   * Denials that reports always show by name, known by group code, reason code and denial group, of
   * which every one that is not {@code *} must fit. Of several such rows one with a reason code
   * goes before one without, then one with a denial group, then one with a group code.
   */
  public static final Table DENIAL_SIGNAL =
      Table.of(
          "denial_signal",
          "group_code, reason_code, denial_group, effective_from_date",
          """
          signal string not null, group_code string not null, reason_code string not null,
          denial_group string not null,
          """
              + HOLDS);

  /** In whose rate the denials of an owner count: physician, location or none. */
  public static final Table DENIAL_OWNER =
      Table.of(
          "denial_owner",
          "owner, effective_from_date",
          "owner string not null, accountable string not null, " + HOLDS);

  /** What is needed to have a denial of a group overturned. */
  public static final Table DENIAL_EVIDENCE =
      Table.of(
          "denial_evidence",
          "denial_group, effective_from_date",
          "denial_group string not null, evidence string not null, " + HOLDS);

  /**
   * Days from a denial in which a payer takes an appeal. A payer's name goes before a class, and a
   * class before the default, which is any payer of any class.
   */
  public static final Table APPEAL_WINDOW =
      Table.of(
          "appeal_window",
          "payer, payer_class, effective_from_date",
          """
          payer string not null, payer_class string not null, appeal_days int not null,
          """
              + HOLDS);

  /** Reason codes that say that an earlier decision stands. */
  public static final Table APPEAL_REFUSAL =
      Table.of(
          "appeal_refusal",
          "reason_code, effective_from_date",
          "reason_code string not null, " + HOLDS);

  /**
   * The share (0..1) of closed denials that is taken to be paid in the end where fewer than {@code
   * least_line_count} are closed.
   */
  public static final Table RECOVERY_DEFAULT =
      Table.of(
          "recovery_default",
          "denial_group, effective_from_date",
          """
          denial_group string not null, recovery_rate decimal(5,4) not null,
          least_line_count int not null,
          """
              + HOLDS);

  private DenialReference() {}
}
