package org.allowable.report;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with filters.
 *
 * @param heading a line above it; may be empty
 * @param columns its columns; headers differ, also when case is ignored
 * @param rows its rows, read once from first to last and never held together
 * @param totals whether a last row adds up the columns that say so
 * @param frozenColumns how many first columns stay in view when the only table of a sheet is
 *     scrolled; its header then stays too. Negative, or a table far down its sheet: nothing stays
 * @param csvTables names of the run's CSV tables that hold its rows; none where code made them
 */
public record TableBlock(
    String heading,
    List<Column> columns,
    Iterable<ReportRow> rows,
    boolean totals,
    int frozenColumns,
    List<String> csvTables)
    implements Block {

  /** Keeps its own list of columns and checks their headers. */
  public TableBlock {
    columns = List.copyOf(columns);
    csvTables = List.copyOf(csvTables);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table needs a column");
    }
    Set<String> headers = new HashSet<>();
    for (Column column : columns) {
      if (!headers.add(column.header().strip().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("Two columns are named " + column.header());
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      check(columns.subList(0, i), columns, columns.get(i));
    }
  }

  /** A table of rows that code made. */
  public TableBlock(
      String heading,
      List<Column> columns,
      Iterable<ReportRow> rows,
      boolean totals,
      int frozenColumns) {
    this(heading, columns, rows, totals, frozenColumns, List.of());
  }

  // A formula reads data, or what is computed to its left: so there is no circle.
  private static void check(List<Column> before, List<Column> all, Column column) {
    Formula formula = column.formula();
    if (formula == null) {
      return;
    }
    for (String header : formula.columns()) {
      boolean isThere =
          all.stream()
              .filter(one -> one.formula() == null || before.contains(one))
              .filter(one -> !isFromTotals(column) || one.total())
              .anyMatch(one -> one.header().equals(header));
      if (!isThere) {
        throw new IllegalArgumentException(
            "Column " + column.header() + " cannot be computed from " + header);
      }
    }
  }

  private static boolean isFromTotals(Column column) {
    return column.total() && !column.format().isAdditive();
  }

  /** A table without heading or totals whose header and first column stay in view. */
  public static TableBlock of(List<Column> columns, Iterable<ReportRow> rows) {
    return new TableBlock("", columns, rows, false, 1);
  }

  /** The same table under a heading. */
  public TableBlock heading(String line) {
    return new TableBlock(line, columns, rows, totals, frozenColumns, csvTables);
  }

  /** The same table with a totals row. */
  public TableBlock totaled() {
    return new TableBlock(heading, columns, rows, true, frozenColumns, csvTables);
  }

  /** The same table with this many first columns kept in view. */
  public TableBlock frozen(int firstColumns) {
    return new TableBlock(heading, columns, rows, totals, firstColumns, csvTables);
  }

  /** The same table, which shows rows of these CSV tables of the run. */
  public TableBlock from(List<String> names) {
    return new TableBlock(heading, columns, rows, totals, frozenColumns, names);
  }

  /**
   * The same table with its computed columns filled in.
   *
   * @param inputs assumptions by name, as {@link Assumptions#values} has them
   */
  public TableBlock calculated(Map<String, BigDecimal> inputs) {
    if (columns.stream().allMatch(column -> column.formula() == null)) {
      return this;
    }
    Iterable<ReportRow> filled = new CalculatedRows(columns, rows, Map.copyOf(inputs));
    return new TableBlock(heading, columns, filled, totals, frozenColumns, csvTables);
  }

  /**
   * The sum of a column's known numbers; null where none is known. Reads all rows.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public @Nullable BigDecimal sum(String header) {
    BigDecimal sum = null;
    for (ReportRow row : rows) {
      BigDecimal number = CalculatedRows.numbers(columns, row.values(), Map.of()).column(header);
      if (number != null) {
        sum = sum == null ? number : sum.add(number);
      }
    }
    return sum;
  }

  /**
   * What the totals row shows for a computed column that does not add up.
   *
   * @param sums one for each column, null where a column has none
   * @param inputs assumptions by name
   */
  public @Nullable BigDecimal fromTotals(
      Column column, List<@Nullable Object> sums, Map<String, BigDecimal> inputs) {
    Formula formula = column.formula();
    return formula == null ? null : formula.value(CalculatedRows.numbers(columns, sums, inputs));
  }

  /** The number that a cell value shows; null where it shows none. */
  public static @Nullable BigDecimal number(@Nullable Object value) {
    return CalculatedRows.number(value);
  }
}
