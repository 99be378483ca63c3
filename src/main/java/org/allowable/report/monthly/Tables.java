package org.allowable.report.monthly;

import java.util.Set;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.TableBlock;

/** The month's marts as workbook tables. */
final class Tables {

  private static final MartTables TABLES =
      MartTables.of(
          MartColumns::named,
          Set.of(
              "setting",
              "payer_class",
              "reason",
              "denial",
              "preventable",
              "match_method",
              "allowed_amount_source",
              "status",
              "unit",
              "amount_is",
              "disposition",
              "followed_rank",
              "release_basis"));

  private Tables() {}

  /** A mart as a table that streams: it is never held whole. */
  static TableBlock of(Rows rows, String... columns) {
    return TABLES.of(rows, columns);
  }

  /** Some rows of a mart as a table. */
  static TableBlock of(Mart mart, String... columns) {
    return TABLES.of(mart, columns);
  }
}
