package org.allowable.report.monthly;

import java.time.YearMonth;
import java.util.Map;
import org.allowable.model.Rows;
import org.allowable.report.Mart;

/**
 * The marts of a run.
 *
 * @param byName rows by table name
 */
record Marts(Map<String, Rows> byName) {

  /** A mart that streams. */
  Rows rows(String mart) {
    Rows rows = byName.get(mart);
    if (rows == null) {
      throw new IllegalArgumentException("The run made no " + mart);
    }
    return rows;
  }

  /** A mart in memory, for the small ones. */
  Mart small(String mart) {
    return Mart.of(rows(mart));
  }

  /** The month's variance by setting and payer. */
  Mart variance(YearMonth month) {
    return small("mart_variance").where(line -> line.text("report_month").equals(month.toString()));
  }

  /** Denied lines by reason. Duplicates are apart from every denial figure. */
  Mart deniedReasons() {
    return small("mart_denial_by_reason").where(line -> !line.is("is_duplicate"));
  }
}
