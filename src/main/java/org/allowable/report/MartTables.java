package org.allowable.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Marts as workbook tables: some of their columns, in a chosen order, codes in words, ratios live.
 * "a as b" shows column a under b's heading.
 *
 * @param columns headings by column name
 * @param inWords how codes of a column are said; a column that is not there shows them as they are
 */
public record MartTables(
    Function<String, Column> columns, Map<String, UnaryOperator<String>> inWords) {

  private static final String SHOWN_AS = " as ";

  // The filter button, and what bold letters take more.
  private static final int HEADER_ROOM = 5;

  /** Keeps its own map. */
  public MartTables {
    inWords = Map.copyOf(inWords);
  }

  /** Tables whose codes in some columns are shown in {@link Words}. */
  public static MartTables of(Function<String, Column> columns, Set<String> inWords) {
    return new MartTables(
        columns, inWords.stream().collect(Collectors.toMap(name -> name, name -> Words::of)));
  }

  /** How wide a column must be that its header wraps between words, never within one. */
  public static int widthOf(String header) {
    return Arrays.stream(header.split(" ")).mapToInt(String::length).max().orElse(0) + HEADER_ROOM;
  }

  /** The same tables with one column's codes said another way. */
  public MartTables saying(String column, UnaryOperator<String> words) {
    Map<String, UnaryOperator<String>> more = new HashMap<>(inWords);
    more.put(column, words);
    return new MartTables(columns, more);
  }

  /** A mart as a table that streams: it is never held whole. */
  public TableBlock of(Rows rows, String... names) {
    int[] places = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      places[i] = place(rows, source(names[i]));
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
              return row(values.next(), places, names);
            }
          };
        };
    return TableBlock.of(headed(names), lines).calculated(Map.of());
  }

  /** Some rows of a mart as a table. */
  public TableBlock of(Mart mart, String... names) {
    List<Row> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      @Nullable Object[] values = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        values[i] = shown(names[i], line.cells().get(source(names[i])));
      }
      lines.add(Row.of(values));
    }
    return TableBlock.of(headed(names), lines).calculated(Map.of());
  }

  private List<Column> headed(String... names) {
    return List.of(names).stream().map(MartTables::heading).map(columns).toList();
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

  private Row row(@Nullable Object[] values, int[] places, String... names) {
    @Nullable Object[] chosen = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = shown(names[i], values[places[i]]);
    }
    return Row.of(chosen);
  }

  private @Nullable Object shown(String column, @Nullable Object value) {
    UnaryOperator<String> words = inWords.get(source(column));
    if (value instanceof String code && words != null) {
      return words.apply(code);
    }
    if (value instanceof String month
        && columns.apply(heading(column)).format() == Format.MONTH
        && month.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(month).atDay(1);
    }
    return value;
  }
}
