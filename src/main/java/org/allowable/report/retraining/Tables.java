package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.util.Set;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.TableBlock;
import org.allowable.report.Words;
import org.jspecify.annotations.Nullable;

/** The review's marts as workbook tables. */
final class Tables {

  private static final MartTables TABLES =
      MartTables.of(
              ReviewColumns::named,
              Set.of(
                  "place",
                  "accountable",
                  "liability",
                  "outcome",
                  "denial_kind",
                  "status",
                  "unit",
                  "verdict",
                  "verdict_reason",
                  "appeal",
                  "severity",
                  "metric",
                  "date_basis",
                  "note",
                  "level",
                  "recovery_basis",
                  "assigned_by"))
          .saying("outcome", Tables::outcome);

  private Tables() {}

  /** What became of a denial, in words: OPEN says something else of a line. */
  static String outcome(String code) {
    return code.equals("OPEN") ? "Open" : Words.of(code);
  }

  /** A column added up; null where no value of it is known. */
  static @Nullable BigDecimal sum(Mart mart, String column) {
    boolean isKnown = mart.lines().stream().anyMatch(line -> line.known(column) != null);
    return isKnown || mart.lines().isEmpty() ? mart.sum(column) : null;
  }

  /** The same, with physicians by their letters: {@code rendering_npi as physician}. */
  static TableBlock lettered(Review review, Rows rows, String... columns) {
    return TABLES.saying("rendering_npi", review::label).of(rows, columns);
  }

  /** A mart as a table that streams: it is never held whole. */
  static TableBlock of(Rows rows, String... columns) {
    return TABLES.of(rows, columns);
  }

  /** Some rows of a mart as a table. */
  static TableBlock of(Mart mart, String... columns) {
    return TABLES.of(mart, columns);
  }
}
