package org.allowable.report.monthly;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.model.Rows;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Row;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/**
 * Marts as workbook tables: some of their columns, in a chosen order, codes in words, ratios live.
 * "a as b" shows column a under b's heading.
 */
final class Tables {

  private static final Set<String> IN_WORDS =
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
          "amount_is");
  // A mart's column shown under another heading.
  private static final String SHOWN_AS = " as ";

  private Tables() {}

  /** A mart as a table that streams: it is never held whole. */
  static TableBlock of(Rows rows, String... columns) {
    int[] places = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      places[i] = place(rows, source(columns[i]));
    }
    Iterable<Row> lines =
        () -> {
          Iterator<@Nullable Object[]> values = rows.iterator().get();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return values.hasNext();
            }

            @Override
            public Row next() {
              return row(values.next(), places, columns);
            }
          };
        };
    return TableBlock.of(headed(columns), lines).calculated(Map.of());
  }

  /** Some rows of a mart as a table. */
  static TableBlock of(Mart mart, String... columns) {
    List<Row> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      @Nullable Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = shown(columns[i], line.cells().get(source(columns[i])));
      }
      lines.add(Row.of(values));
    }
    return TableBlock.of(headed(columns), lines).calculated(Map.of());
  }

  private static List<Column> headed(String... columns) {
    return List.of(columns).stream().map(Tables::heading).map(MartColumns::named).toList();
  }

  private static String source(String column) {
    return column.split(SHOWN_AS, 2)[0];
  }

  private static String heading(String column) {
    String[] names = column.split(SHOWN_AS, 2);
    return names[names.length - 1];
  }

  private static int place(Rows rows, String column) {
    int place = rows.columns().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(rows.table().name() + " has no column " + column);
    }
    return place;
  }

  private static Row row(@Nullable Object[] values, int[] places, String... columns) {
    @Nullable Object[] chosen = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = shown(columns[i], values[places[i]]);
    }
    return Row.of(chosen);
  }

  private static @Nullable Object shown(String column, @Nullable Object value) {
    if (value instanceof String code && IN_WORDS.contains(column)) {
      return Words.of(code);
    }
    if (value instanceof String month
        && MartColumns.named(heading(column)).format() == Format.MONTH
        && month.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(month).atDay(1);
    }
    return value;
  }
}
