package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose computed columns hold what their formulas come to.
 *
 * @param columns of the table, left to right; a formula reads columns to its left, or data
 * @param rows as given
 * @param inputs assumptions by name; one that is missing is not known
 */
record CalculatedRows(
    List<Column> columns, Iterable<ReportRow> rows, Map<String, BigDecimal> inputs)
    implements Iterable<ReportRow> {

  @Override
  public Iterator<ReportRow> iterator() {
    Iterator<ReportRow> given = rows.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return given.hasNext();
      }

      @Override
      public ReportRow next() {
        return calculated(given.next());
      }
    };
  }

  private ReportRow calculated(ReportRow row) {
    List<@Nullable Object> values = new ArrayList<>(row.values());
    Formula.Numbers numbers = numbers(columns, values, inputs);
    for (int i = 0; i < columns.size(); i++) {
      Formula formula = columns.get(i).formula();
      if (formula != null) {
        values.set(i, formula.value(numbers));
      }
    }
    return new ReportRow(values);
  }

  /** The numbers of a row, as they are when asked. */
  static Formula.Numbers numbers(
      List<Column> columns, List<@Nullable Object> values, Map<String, BigDecimal> inputs) {
    return new Formula.Numbers() {
      @Override
      public @Nullable BigDecimal column(String header) {
        for (int i = 0; i < columns.size(); i++) {
          if (columns.get(i).header().equals(header)) {
            return number(values.get(i));
          }
        }
        throw new IllegalArgumentException("No column is named " + header);
      }

      @Override
      public @Nullable BigDecimal input(String name) {
        return inputs.get(name);
      }

      @Override
      public @Nullable BigDecimal total(String columnName) {
        throw new IllegalArgumentException("A row does not read the sum of a column");
      }
    };
  }

  /** A cell's number; null where it holds none. */
  static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof Link link) {
      return number(link.value());
    }
    if (value instanceof Faint faint) {
      return number(faint.value());
    }
    if (value instanceof ComputedValue computed) {
      return computed.value();
    }
    return value instanceof Number number ? new BigDecimal(number.toString()) : null;
  }
}
