package org.allowable.report.html;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.TableTotals;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that a page shows: the first ones, for a page of a hundred thousand lines
 * helps nobody. All are counted and in the totals.
 *
 * @param rows those shown
 * @param count how many there are
 * @param totals values of the totals row of all; empty where the table has none
 */
record ShownRows(List<ReportRow> rows, long count, List<@Nullable Object> totals) {

  /** The most rows of a table; one that is up to half as long again is shown whole. */
  static final int MOST_ROWS = 500;

  /** The most cells of a table, but for its first {@value #LEAST_ROWS} rows. */
  static final int MOST_CELLS = 12_000;

  static final int LEAST_ROWS = 50;

  /**
   * Reads all rows once.
   *
   * @param inputs assumptions by name
   */
  static ShownRows of(TableBlock table, Map<String, BigDecimal> inputs) {
    int most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / table.columns().size()));
    // Nobody wants to look elsewhere for the last few.
    int whole = most + most / 2;
    List<ReportRow> shown = new ArrayList<>();
    TableTotals totals = new TableTotals(table);
    long count = 0;
    for (ReportRow row : table.rows()) {
      if (row.values().size() != table.columns().size()) {
        throw new IllegalArgumentException(
            "A row has "
                + row.values().size()
                + " values for "
                + table.columns().size()
                + " columns");
      }
      if (count++ < whole) {
        shown.add(row);
      }
      if (table.totals()) {
        totals.add(row);
      }
    }
    List<ReportRow> first = count > whole ? shown.subList(0, most) : shown;
    return new ShownRows(first, count, table.totals() ? totals.values(inputs) : List.of());
  }

  /** Whether there are more than are shown. */
  boolean isPart() {
    return count > rows.size();
  }
}
