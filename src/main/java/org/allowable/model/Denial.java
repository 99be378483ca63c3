package org.allowable.model;

import java.util.List;

/** Denied lines and the groups of their codes. Each table is made by the SQL file of its name. */
public final class Denial {

  /**
   * One combination of reason and remark codes in one payment month, with the group that the
   * strongest fitting row gives it; of every denying answer, not only the latest.
   */
  public static final Table INT_DENIAL_COMBINATION =
      Table.of(
          "int_denial_combination",
          "denial_reason_code, remark_codes, payment_month",
          """
          denial_reason_code string, remark_codes string, payment_month string,
          denial_group string, denial_owner string, preventable string
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES = List.of(INT_DENIAL_COMBINATION);

  private Denial() {}
}
