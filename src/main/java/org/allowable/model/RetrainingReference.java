package org.allowable.model;

/** What the retraining review says of denials: dated rows that a practice may change. */
public final class RetrainingReference {

  /**
   * Which group of coding findings explains denials of a group; of several the lowest priority
   * wins.
   */
  public static final Table FINDING_DENIAL =
      Table.of(
          "finding_denial",
          "finding_group, denial_group, effective_from_date",
          """
          finding_group string not null,
          denial_group string not null,
          priority int not null,
          effective_from_date date not null,
          effective_to_date date,
          source string not null
          """);

  /**
   * What the rule behind a denial says, since when, and what to change in the note or the claim; by
   * signal ({@link DenialReference#DENIAL_SIGNAL}), or by denial group.
   */
  public static final Table RETRAINING_LESSON =
      Table.of(
          "retraining_lesson",
          "denial_signal, effective_from_date",
          """
          denial_signal string not null,
          lesson string not null,
          change string not null,
          since_date date,
          effective_from_date date not null,
          effective_to_date date,
          source string not null
          """);

  private RetrainingReference() {}
}
