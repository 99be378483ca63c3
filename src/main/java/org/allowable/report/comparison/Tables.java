package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.allowable.report.Column;
import org.allowable.report.Computed;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.Row;
import org.allowable.report.TableBlock;
import org.allowable.report.Words;
import org.jspecify.annotations.Nullable;

/** Marts as workbook tables: some of their columns, in a chosen order, codes in words. */
final class Tables {

  private static final Map<String, UnaryOperator<String>> IN_WORDS =
      Map.of(
          "setting", Words::of,
          "comparison_status", Words::of,
          "leak", Terms::leak,
          "finding", Terms::finding);

  private Tables() {}

  /**
   * A table of a mart's rows, its computed columns filled in.
   *
   * @param inputs assumptions by name
   * @param columns as {@link ComparisonColumns} has them
   */
  static TableBlock of(Mart mart, Map<String, BigDecimal> inputs, String... columns) {
    List<Row> rows = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      @Nullable Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = shown(columns[i], line.cells().get(columns[i]));
      }
      rows.add(Row.of(values));
    }
    return TableBlock.of(List.of(columns).stream().map(ComparisonColumns::named).toList(), rows)
        .calculated(inputs);
  }

  /** The table without the sum of a column: gaps of payers above and below target are no sum. */
  static TableBlock withoutTotal(String name, TableBlock table) {
    Column summed = ComparisonColumns.named(name);
    Column plain =
        new Column(
            summed.header(),
            summed.format(),
            summed.widthCharacters(),
            summed.definition(),
            false,
            summed.formula(),
            summed.limits(),
            summed.name());
    List<Column> columns =
        table.columns().stream().map(column -> column.equals(summed) ? plain : column).toList();
    return new TableBlock(
        table.heading(), columns, table.rows(), table.totals(), table.frozenColumns());
  }

  /** The mart with a further column: another under a new name. */
  static Mart named(Mart mart, String column, String newName) {
    List<Mart.Line> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      Map<String, @Nullable Object> cells = new HashMap<>(line.cells());
      cells.put(newName, line.cells().get(column));
      lines.add(new Mart.Line(cells));
    }
    return Mart.of(lines);
  }

  private static @Nullable Object shown(String column, @Nullable Object value) {
    if (column.equals("payer")) {
      return value == null ? Terms.payer("") : value;
    }
    if (column.equals("gap_amount") && value instanceof BigDecimal gap) {
      return new Computed(ComparisonColumns.GAP, gap);
    }
    if (value instanceof String code && IN_WORDS.containsKey(column)) {
      return IN_WORDS.get(column).apply(code);
    }
    if (value instanceof String month
        && ComparisonColumns.named(column).format() == Format.MONTH
        && month.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(month);
    }
    return value;
  }
}
