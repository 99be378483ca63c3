package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Stroke;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.allowable.report.ChartSize;
import org.allowable.report.RunChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/** Draws a rate by month between the limits of chance. */
final class RunDrawing {

  private static final double ROOM_ABOVE = 1.15;
  private static final int TICKS = 6;

  private final RunChart chart;
  private final ChartSize size;
  private final List<String> names;
  private final DefaultCategoryDataset data = new DefaultCategoryDataset();
  private final LineAndShapeRenderer renderer = new LineAndShapeRenderer();

  private RunDrawing(RunChart chart, ChartSize size) {
    this.chart = chart;
    this.size = size;
    this.names = TrendDrawing.labels(months(), size.width());
  }

  private List<YearMonth> months() {
    return chart.months().stream().map(RunChart.Month::month).toList();
  }

  static JFreeChart of(RunChart chart, ChartSize size) {
    return new RunDrawing(chart, size).drawing();
  }

  private JFreeChart drawing() {
    if (chart.hasValues()) {
      series();
    }
    CategoryPlot plot =
        new CategoryPlot(
            data,
            Axes.categories(2, 1f + TrendDrawing.step(months(), size.width())),
            Axes.upTo(chart.format(), TICKS, Math.min(1, highest() * ROOM_ABOVE)),
            renderer);
    markers(plot);
    return ReportTheme.chart(chart.title(), subtitle(), plot, chart.hasValues());
  }

  private String subtitle() {
    String before = chart.subtitle().isBlank() ? "" : chart.subtitle() + "; ";
    return before + "dashed: center " + chart.format().display(chart.center());
  }

  private void series() {
    if (chart.months().stream().anyMatch(month -> month.peers() != null)) {
      add("Peers", RunChart.Month::peers, ReportTheme.SKY, ReportTheme.OUTLINE);
    }
    add("Control limits", RunDrawing::upper, ReportTheme.GRAY, ReportTheme.DOTS);
    int lower =
        add("Lower control limit", RunChart.Month::lower, ReportTheme.GRAY, ReportTheme.DOTS);
    renderer.setSeriesVisibleInLegend(lower, false);
    int own = add("Rate", RunChart.Month::rate, ReportTheme.BLUE, ReportTheme.LINE);
    renderer.setSeriesShapesVisible(own, true);
    renderer.setSeriesShape(own, Shapes.of(0));
    Set<YearMonth> signaled = chart.signaled();
    if (!signaled.isEmpty()) {
      int signal =
          add(
              "Outside the limits",
              month -> signaled.contains(month.month()) ? month.rate() : null,
              ReportTheme.VERMILLION,
              ReportTheme.LINE);
      renderer.setSeriesLinesVisible(signal, false);
      renderer.setSeriesShapesVisible(signal, true);
      renderer.setSeriesShape(signal, Shapes.of(3));
    }
  }

  private int add(
      String words,
      Function<RunChart.Month, @Nullable BigDecimal> value,
      Color color,
      Stroke stroke) {
    int number = data.getRowCount();
    for (int place = 0; place < chart.months().size(); place++) {
      data.addValue(
          value.apply(chart.months().get(place)), new CategoryLabel(number, words), month(place));
    }
    renderer.setSeriesShapesVisible(number, false);
    renderer.setSeriesPaint(number, color);
    renderer.setSeriesStroke(number, stroke);
    return number;
  }

  private CategoryLabel month(int place) {
    return new CategoryLabel(place, names.get(place));
  }

  // No rate is above 1, whatever chance would leave room for.
  private static @Nullable BigDecimal upper(RunChart.Month month) {
    return month.upper() == null ? null : month.upper().min(BigDecimal.ONE);
  }

  private double highest() {
    double highest = chart.center().doubleValue();
    for (int row = 0; row < data.getRowCount(); row++) {
      for (int column = 0; column < data.getColumnCount(); column++) {
        Number value = data.getValue(row, column);
        highest = value == null ? highest : Math.max(highest, value.doubleValue());
      }
    }
    return highest;
  }

  private void markers(CategoryPlot plot) {
    if (!chart.hasValues()) {
      return;
    }
    plot.addRangeMarker(
        new ValueMarker(chart.center().doubleValue(), ReportTheme.GRAY, ReportTheme.DASHES),
        Layer.BACKGROUND);
    int place = months().indexOf(chart.training());
    if (place < 0) {
      return;
    }
    CategoryMarker training =
        new CategoryMarker(month(place), ReportTheme.PURPLE, ReportTheme.OUTLINE);
    training.setDrawAsLine(true);
    training.setLabel("Training");
    training.setLabelFont(ReportTheme.LABEL);
    training.setLabelPaint(ReportTheme.INK);
    training.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    training.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    plot.addDomainMarker(training, Layer.BACKGROUND);
  }
}
