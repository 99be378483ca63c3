package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.ComputedValue;
import org.allowable.report.Formula;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** The comparison's marts as workbook tables. */
final class ComparisonTables {

  private final PayerTargets targets;

  ComparisonTables(PayerTargets targets) {
    this.targets = targets;
  }

  /**
   * A table of a mart's rows, its computed columns filled in.
   *
   * @param inputs assumptions by name
   * @param columns as {@link MartTables} takes them
   */
  TableBlock of(Mart mart, Map<String, BigDecimal> inputs, String... columns) {
    List<Mart.Line> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      Map<String, @Nullable Object> cells = new HashMap<>(line.cells());
      if (line.text("payer").isEmpty()) {
        cells.put("payer", ComparisonText.payer(""));
      }
      cells.put("gap_amount", gap(line, inputs));
      lines.add(new Mart.Line(cells));
    }
    return MartTables.PLAIN.of(Mart.of(lines), columns).calculated(inputs);
  }

  /** What a payer's target adds; live also where there is none yet: the reader may enter one. */
  @Nullable ComputedValue gap(Mart.Line line, Map<String, BigDecimal> inputs) {
    String payer = line.text("payer");
    Formula formula = targets.gap(payer);
    BigDecimal target = inputs.get(PayerTargets.cell(targets.classOf(payer)));
    if (formula == null || line.known("medicare_amount") == null) {
      return null;
    }
    return new ComputedValue(
        formula,
        target == null
            ? null
            : line.number("medicare_amount")
                .multiply(target)
                .subtract(line.number("allowed_amount"))
                .setScale(2, RoundingMode.HALF_UP));
  }

  /** The table with a name for the sum of one of its columns. */
  static TableBlock summed(TableBlock table, String name, String sumName) {
    String header = ColumnBook.header(name);
    List<Column> columns =
        table.columns().stream()
            .map(column -> column.header().equals(header) ? column.named(sumName) : column)
            .toList();
    return new TableBlock(
        table.heading(), columns, table.rows(), table.totals(), table.frozenColumns());
  }

  /** The least percents that reach the run's targets, as a table: stated in percent, shown 0..1. */
  static TableBlock percents(Mart mart) {
    List<Mart.Line> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      Map<String, @Nullable Object> cells = new HashMap<>(line.cells());
      BigDecimal percent = line.known("uniform_percent");
      cells.put("uniform_percent", percent == null ? null : percent.movePointLeft(2));
      lines.add(new Mart.Line(cells));
    }
    return MartTables.PLAIN.of(Mart.of(lines), "payer", "target_multiple", "uniform_percent");
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
