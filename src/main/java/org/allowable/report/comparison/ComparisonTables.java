package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.ComputedValue;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** The comparison's marts as workbook tables. */
final class ComparisonTables {

  private ComparisonTables() {}

  /**
   * A table of a mart's rows, its computed columns filled in.
   *
   * @param inputs assumptions by name
   * @param columns as {@link MartTables} takes them
   */
  static TableBlock of(Mart mart, Map<String, BigDecimal> inputs, String... columns) {
    List<Mart.Line> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      Map<String, @Nullable Object> cells = new HashMap<>(line.cells());
      if (line.text("payer").isEmpty()) {
        cells.put("payer", ComparisonText.payer(""));
      }
      BigDecimal gap = line.known("gap_amount");
      if (gap != null) {
        cells.put("gap_amount", new ComputedValue(ComparisonText.GAP, gap));
      }
      lines.add(new Mart.Line(cells));
    }
    return MartTables.PLAIN.of(Mart.of(lines), columns).calculated(inputs);
  }

  /** The table without the sum of a column: gaps of payers above and below target are no sum. */
  static TableBlock withoutTotal(String name, TableBlock table) {
    Column summed = ColumnBook.named(name);
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
}
