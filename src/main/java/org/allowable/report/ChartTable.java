package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.allowable.statistics.Interval;
import org.jspecify.annotations.Nullable;

/** The numbers that a chart shows, as a table: for who cannot see it, or wants them exact. */
public final class ChartTable {

  private static final String CATEGORY = "Category";
  private static final String MONTH = "Month";
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");

  private final List<Column> columns = new ArrayList<>();
  private final List<ReportRow> rows = new ArrayList<>();

  private ChartTable() {}

  /** The table of a chart: what is drawn and no more, in the same order. */
  public static TableBlock of(Chart chart) {
    ChartTable table = new ChartTable();
    if (chart instanceof BarChart bars) {
      table.bars(bars);
    } else if (chart instanceof PairedBarChart pairs) {
      table.pairs(pairs);
    } else if (chart instanceof ParetoChart pareto) {
      table.pareto(pareto);
    } else if (chart instanceof TrendChart trend) {
      table.trend(trend);
    } else if (chart instanceof HeatMapChart map) {
      table.heatMap(map.shown());
    } else if (chart instanceof DumbbellChart dumbbells) {
      table.dumbbells(dumbbells);
    } else if (chart instanceof TornadoChart tornado) {
      table.tornado(tornado);
    } else if (chart instanceof DistributionChart distribution) {
      table.distribution(distribution);
    } else if (chart instanceof FunnelChart funnel) {
      table.funnel(funnel);
    } else if (chart instanceof RunChart run) {
      table.run(run);
    } else if (chart instanceof WaterfallChart waterfall) {
      table.waterfall(waterfall);
    } else {
      throw new IllegalArgumentException("No table for " + chart.getClass().getSimpleName());
    }
    return TableBlock.of(table.columns, table.rows);
  }

  private void column(String header, Format format) {
    boolean isTaken = columns.stream().anyMatch(column -> column.header().equals(header));
    columns.add(Column.of(isTaken ? header + " (" + (columns.size() + 1) + ")" : header, format));
  }

  private void row(@Nullable Object... values) {
    rows.add(new ReportRow(Arrays.asList(values)));
  }

  private void bars(BarChart chart) {
    column(CATEGORY, Format.TEXT);
    column(measure(chart), chart.format());
    chart.shown().forEach(bar -> row(bar.label(), bar.value()));
  }

  private void pairs(PairedBarChart chart) {
    column(CATEGORY, Format.TEXT);
    column(chart.firstName(), chart.format());
    column(chart.secondName(), chart.format());
    chart.shown().forEach(pair -> row(pair.label(), pair.first(), pair.second()));
  }

  private void pareto(ParetoChart chart) {
    column(CATEGORY, Format.TEXT);
    column(measure(chart), chart.format());
    column("Cumulative share", Format.RATE);
    List<BigDecimal> shares = chart.cumulativeShares();
    for (int i = 0; i < chart.shown().size(); i++) {
      Chart.Bar bar = chart.shown().get(i);
      row(bar.label(), bar.value(), shares.isEmpty() ? null : shares.get(i));
    }
  }

  private void trend(TrendChart chart) {
    column(MONTH, Format.MONTH);
    chart.lines().forEach(line -> column(line.name(), chart.format()));
    BigDecimal mean = chart.mean();
    if (mean != null) {
      column("Mean", chart.format());
    }
    for (int month = 0; month < chart.months().size(); month++) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(chart.months().get(month));
      for (TrendChart.TrendLine line : chart.lines()) {
        values.add(line.values().get(month));
      }
      if (mean != null) {
        values.add(mean);
      }
      rows.add(new ReportRow(values));
    }
  }

  private void heatMap(HeatMapChart chart) {
    column(CATEGORY, Format.TEXT);
    chart.columns().forEach(name -> column(name, chart.format()));
    for (HeatMapChart.HeatMapRow row : chart.rows()) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(row.label());
      for (HeatMapChart.Cell cell : row.cells()) {
        values.add(cell == null ? null : cell(chart, cell));
      }
      rows.add(new ReportRow(values));
    }
  }

  private static @Nullable Object cell(HeatMapChart chart, HeatMapChart.Cell cell) {
    return chart.isSmall(cell) ? "n " + Format.COUNT.display(cell.count()) : cell.value();
  }

  private void dumbbells(DumbbellChart chart) {
    column(CATEGORY, Format.TEXT);
    column(chart.beforeName(), chart.format());
    column(chart.afterName(), chart.format());
    column("Change", chart.format());
    chart.shown().forEach(pair -> row(pair.label(), pair.before(), pair.after(), pair.change()));
  }

  private void tornado(TornadoChart chart) {
    column(CATEGORY, Format.TEXT);
    if (chart.isOneWay()) {
      column("Change", chart.format());
      chart.shown().forEach(lever -> row(lever.label(), lever.change()));
      return;
    }
    column("Low setting", Format.TEXT);
    column("Change at low", chart.format());
    column("High setting", Format.TEXT);
    column("Change at high", chart.format());
    for (TornadoChart.Lever lever : chart.shown()) {
      TornadoChart.Effect low = lever.low();
      TornadoChart.Effect high = lever.high();
      row(
          lever.label(),
          low == null ? null : low.setting(),
          low == null ? null : low.change(),
          high == null ? null : high.setting(),
          high == null ? null : high.change());
    }
  }

  private void distribution(DistributionChart chart) {
    column(CATEGORY, Format.TEXT);
    column("Lines", Format.COUNT);
    column("Lower quartile", chart.format());
    column("Median", chart.format());
    column("Upper quartile", chart.format());
    column("Most frequent", Format.TEXT);
    for (DistributionChart.Category category : chart.shown()) {
      List<String> most =
          category.mostFrequent().stream()
              .map(
                  point ->
                      Format.PERCENT.display(category.share(point))
                          + " at "
                          + chart.format().display(point.value()))
              .toList();
      row(
          category.label(),
          category.count(),
          category.hasBox() ? category.quantile(QUARTER) : null,
          category.hasBox() ? category.quantile(HALF) : null,
          category.hasBox() ? category.quantile(THREE_QUARTERS) : null,
          most.isEmpty() ? null : String.join(", ", most));
    }
  }

  // Whose label the picture hides stays hidden here.
  private void funnel(FunnelChart chart) {
    column("Physician", Format.TEXT);
    column(chart.across(), Format.COUNT);
    column(measure(chart), Format.RATE);
    column("Lower control limit", Format.RATE);
    column("Upper control limit", Format.RATE);
    for (FunnelChart.Point point : chart.points()) {
      double lines = chart.funnel().comparableLines(point.tally());
      Interval limits = chart.funnel().limits(lines, chart.rule().level());
      row(
          chart.isLabeled(point) ? point.label() : "Not named",
          number(lines),
          number(chart.funnel().standardizedRate(point.tally())),
          number(limits.low()),
          number(Math.min(1, limits.high())));
    }
  }

  private void run(RunChart chart) {
    column(MONTH, Format.MONTH);
    column("Rate", Format.RATE);
    column("Lower control limit", Format.RATE);
    column("Upper control limit", Format.RATE);
    column("Peers", Format.RATE);
    column("Signal", Format.TEXT);
    for (RunChart.Month month : chart.months()) {
      BigDecimal upper = month.upper();
      row(
          month.month(),
          month.rate(),
          month.lower(),
          upper == null ? null : upper.min(BigDecimal.ONE),
          month.peers(),
          chart.signaled().contains(month.month()) ? "Yes" : null);
    }
  }

  private void waterfall(WaterfallChart chart) {
    column("Cause", Format.TEXT);
    column(measure(chart), chart.format());
    row(chart.start().label(), chart.start().value());
    chart.steps().forEach(step -> row(step.label(), step.change()));
    List<BigDecimal> levels = chart.levels();
    row(chart.endLabel(), levels.isEmpty() ? null : levels.get(levels.size() - 1));
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value, MathContext.DECIMAL32);
  }

  private static String measure(Chart chart) {
    if (!chart.measure().isBlank()) {
      return chart.measure();
    }
    return switch (chart.format()) {
      case MONEY, DOLLARS, PRICE -> "Amount";
      case RATE, PERCENT -> "Rate";
      case RVU -> "RVU";
      default -> "Count";
    };
  }
}
