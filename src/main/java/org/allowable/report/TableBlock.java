package org.allowable.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table with filters.
 *
 * @param heading a line above it; may be empty
 * @param columns its columns; headers differ, also when case is ignored
 * @param rows its rows, read once from first to last and never held together
 * @param totals whether a last row adds up the columns that say so
 * @param frozenColumns how many first columns stay in view when the only table of a sheet is
 *     scrolled; its header then stays too. Negative, or a table far down its sheet: nothing stays
 */
public record TableBlock(
    String heading, List<Column> columns, Iterable<Row> rows, boolean totals, int frozenColumns)
    implements Block {

  /** Keeps its own list of columns and checks their headers. */
  public TableBlock {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table needs a column");
    }
    Set<String> headers = new HashSet<>();
    for (Column column : columns) {
      if (!headers.add(column.header().strip().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("Two columns are named " + column.header());
      }
    }
  }

  /** A table without heading or totals whose header and first column stay in view. */
  public static TableBlock of(List<Column> columns, Iterable<Row> rows) {
    return new TableBlock("", columns, rows, false, 1);
  }

  /** The same table under a heading. */
  public TableBlock heading(String line) {
    return new TableBlock(line, columns, rows, totals, frozenColumns);
  }

  /** The same table with a totals row. */
  public TableBlock totalled() {
    return new TableBlock(heading, columns, rows, true, frozenColumns);
  }

  /** The same table with this many first columns kept in view. */
  public TableBlock frozen(int firstColumns) {
    return new TableBlock(heading, columns, rows, totals, firstColumns);
  }
}
