package org.allowable.model;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A finished table as plain values, to be gone through as often as needed without holding it whole.
 *
 * @param table its contract; values are in the order of its columns
 * @param count how many rows there are
 * @param iterator starts at the first row; values are String, Integer, Long, BigDecimal, LocalDate,
 *     Boolean or null
 */
public record Rows(Table table, long count, Supplier<Iterator<@Nullable Object[]>> iterator) {

  /** All rows in memory: for small tables only. */
  public static Rows of(Table table, List<@Nullable Object[]> rows) {
    List<@Nullable Object[]> copy = List.copyOf(rows);
    return new Rows(table, copy.size(), copy::iterator);
  }

  /** Names of the columns. */
  public List<String> columns() {
    return table.columnNames();
  }
}
