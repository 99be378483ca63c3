package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.ChartTable;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.ComputedValue;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.Mart;
import org.allowable.report.Picture;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.chart.ChartWriter;
import org.jspecify.annotations.Nullable;

/** The charts whose numbers follow the targets that the reader may change. */
final class LiveCharts {

  private static final String PAYER = "payer";
  private static final String GAP = "gap_amount";
  private static final String MEDICARE = "medicare_amount";
  private static final String ALLOWED = "allowed_amount";
  private static final String TO_TARGET = "For comparison: the target";

  private final Comparison comparison;
  private final PayerTargets targets;
  private final Map<String, BigDecimal> inputs;

  LiveCharts(Comparison comparison, Map<String, BigDecimal> inputs) {
    this.comparison = comparison;
    this.targets = comparison.facts().targets();
    this.inputs = inputs;
  }

  /** Each payer's gap to its target; null where no payer can have a target. */
  @Nullable Picture gaps() {
    List<Mart.Line> payers =
        comparison.negotiated().lines().stream()
            .filter(line -> targets.target(line.text(PAYER)) != null)
            .filter(line -> line.known(MEDICARE) != null)
            .sorted(Comparator.comparing((Mart.Line line) -> size(line)).reversed())
            .limit(Chart.MOST_CATEGORIES)
            .sorted(Comparator.comparing((Mart.Line line) -> orZero(gap(line))).reversed())
            .toList();
    if (payers.isEmpty()) {
      return null;
    }
    List<Chart.Bar> bars = new ArrayList<>();
    payers.forEach(line -> bars.add(new Chart.Bar(line.text(PAYER), gap(line))));
    Chart chart =
        new BarChart(
            "Gap to target by payer",
            "%s \u00b7 Medicare times target, less allowed \u00b7 below zero: above the target"
                .formatted(comparison.facts().period()),
            Format.DOLLARS,
            bars);
    TableBlock cells =
        new ComparisonTables(targets).of(Mart.of(payers), inputs, PAYER, GAP, MEDICARE, ALLOWED);
    ChartSize size = bars.size() <= ChartSize.WIDE.bars() ? ChartSize.WIDE : ChartSize.FULL;
    return ChartWriter.picture(chart, size).following(chart, cells);
  }

  /** The levers of a payer, and beside them what its target would add. */
  @Nullable Picture levers(@Nullable Picture picture) {
    Mart.Line payer = focus();
    Formula gap = payer == null ? null : targets.gap(payer.text(PAYER));
    if (picture == null || payer == null || gap == null || payer.known(MEDICARE) == null) {
      return picture;
    }
    TableBlock levers = ChartTable.of(picture.chart());
    List<Column> columns = new ArrayList<>(levers.columns());
    columns.add(ColumnBook.named(MEDICARE));
    columns.add(ColumnBook.named(ALLOWED));
    List<ReportRow> rows = new ArrayList<>();
    rows.add(
        ReportRow.of(
            TO_TARGET,
            new ComputedValue(gap, gap(payer)),
            payer.known(MEDICARE),
            payer.known(ALLOWED)));
    for (ReportRow row : levers.rows()) {
      List<@Nullable Object> values = new ArrayList<>(row.values());
      values.add(null);
      values.add(null);
      rows.add(new ReportRow(values));
    }
    return picture.following(picture.chart(), TableBlock.of(columns, rows));
  }

  private Mart.@Nullable Line focus() {
    return comparison.negotiated().lines().stream()
        .filter(line -> Objects.equals(line.text(PAYER), comparison.focus()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable BigDecimal gap(Mart.Line line) {
    ComputedValue gap = new ComparisonTables(targets).gap(line, inputs);
    return gap == null ? null : gap.value();
  }

  // Without a target the largest payers stand first.
  private BigDecimal size(Mart.Line line) {
    BigDecimal gap = gap(line);
    return gap == null ? line.number(MEDICARE) : gap.abs();
  }

  private static BigDecimal orZero(@Nullable BigDecimal gap) {
    return gap == null ? BigDecimal.ZERO : gap;
  }
}
