package org.allowable.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Marts as workbook tables: some of their columns, in a chosen order, codes by their labels, ratios
 * live. "a as b" shows column a under b's heading.
 */
public final class MartTables {

  /** Tables whose values stand as they are, but for labels. */
  public static final MartTables PLAIN = new MartTables(Map.of(), PeriodUnit.MONTH);

  private static final String SHOWN_AS = " as ";
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  private final Map<String, UnaryOperator<String>> said;
  private final PeriodUnit unit;

  private MartTables(Map<String, UnaryOperator<String>> said, PeriodUnit unit) {
    this.said = Map.copyOf(said);
    this.unit = unit;
  }

  /** Tables as they stand, headed as a report of a month, a quarter or a year heads them. */
  public static MartTables of(PeriodUnit unit) {
    return new MartTables(Map.of(), unit);
  }

  /** The same tables with the texts of one column said another way. */
  public MartTables saying(String column, UnaryOperator<String> words) {
    Map<String, UnaryOperator<String>> more = new HashMap<>(said);
    more.put(column, words);
    return new MartTables(more, unit);
  }

  /** A mart as a table that streams: it is never held whole. */
  public TableBlock of(Rows rows, String... names) {
    int[] places = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      places[i] = place(rows, source(names[i]));
    }
    List<Function<String, Object>> words = words(names);
    Iterable<ReportRow> lines =
        () -> {
          Iterator<@Nullable Object[]> values = rows.iterator().get();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return values.hasNext();
            }

            @Override
            public ReportRow next() {
              return row(values.next(), places, words);
            }
          };
        };
    return TableBlock.of(headed(names), lines)
        .from(List.of(rows.table().name()))
        .calculated(Map.of());
  }

  /** Some rows of a mart as a table. */
  public TableBlock of(Mart mart, String... names) {
    List<Function<String, Object>> words = words(names);
    List<ReportRow> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      @Nullable Object[] values = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        values[i] = shown(words.get(i), line.cells().get(source(names[i])));
      }
      lines.add(ReportRow.of(values));
    }
    return TableBlock.of(headed(names), lines).calculated(Map.of());
  }

  private List<Column> headed(String... names) {
    return List.of(names).stream()
        .map(MartTables::heading)
        .map(name -> ColumnBook.named(name, unit))
        .toList();
  }

  /** The mart's column behind a name such as "a as b". */
  static String source(String column) {
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

  private static ReportRow row(
      @Nullable Object[] values, int[] places, List<Function<String, Object>> words) {
    @Nullable Object[] chosen = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = shown(words.get(i), values[places[i]]);
    }
    return ReportRow.of(chosen);
  }

  private static @Nullable Object shown(Function<String, Object> words, @Nullable Object value) {
    return value instanceof String text ? words.apply(text) : value;
  }

  // What a text becomes is a question of its column: asked once, not for every row.
  private List<Function<String, Object>> words(String... names) {
    return Stream.of(names).map(this::words).toList();
  }

  private Function<String, Object> words(String column) {
    UnaryOperator<String> words = said.get(source(column));
    if (words != null) {
      return words::apply;
    }
    String heading = heading(column);
    if (ColumnBook.isLabeled(heading)) {
      return text -> CodeLabels.of(heading, text, unit);
    }
    boolean isMonth = ColumnBook.named(heading).format() == Format.MONTH;
    return isMonth ? MartTables::month : text -> text;
  }

  private static Object month(String text) {
    return MONTH.matcher(text).matches() ? YearMonth.parse(text).atDay(1) : text;
  }
}
