package org.allowable.model;

/**
 * What reports say of payments, denials and codes.
 *
 * @see Reference
 */
public final class ReferenceReports {

  /** Which kind of procedure a code is, in our own words, for reports that group codes. */
  public static final Table PROCEDURE_FAMILY =
      Table.of(
          "procedure_family",
          "code_from, effective_from_date",
          """
          code_from string not null,
          code_to string not null,
          family string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /** What others are paid, in percent of Medicare, to hold a practice's multiples against. */
  public static final Table BENCHMARK =
      Table.of(
          "benchmark",
          "benchmark, year",
          """
          benchmark string not null,
          year int not null,
          percent_of_medicare decimal(7,3) not null
          """
              + Reference.SOURCE);

  /** Share of the Medicare payment withheld after cost sharing, 0..1, by date of service. */
  public static final Table SEQUESTRATION =
      Table.of(
          "sequestration",
          "effective_from_date",
          """
          effective_from_date date not null,
          effective_to_date date,
          withheld_share decimal(5,4) not null
          """
              + Reference.SOURCE);

  /**
   * What an adjustment is for the money: {@code contractual}, {@code cost_share}, {@code
   * sequestration}, {@code prior_payer}, {@code capitated}, {@code informational}, {@code
   * incentive} and {@code interest} (paid or withheld beside the allowed amount), {@code denial},
   * or what decides nothing: {@code pending}, {@code duplicate}, {@code forwarded}, {@code
   * predetermination}. A group code of * stands for every group; the more specific row wins.
   */
  public static final Table ADJUSTMENT_ROLE =
      Table.of(
          "adjustment_role",
          "group_code, reason_code, effective_from_date",
          """
          group_code string not null,
          reason_code string not null,
          role string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * The denial group of a reason code, with or without a remark code (* stands for any). Of several
   * rows that fit, the lowest {@code priority} wins.
   */
  public static final Table DENIAL_GROUP =
      Table.of(
          "denial_group",
          "reason_code, remark_code, effective_from_date",
          """
          reason_code string not null,
          remark_code string not null,
          denial_group string not null,
          owner string not null,
          preventable string not null,
          priority int not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  private ReferenceReports() {}
}
