package org.allowable.report.chart;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.allowable.report.ChartSize;
import org.allowable.report.TrendChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws lines over months. */
final class TrendDrawing {

  // A year may be wider than the month's place on the axis.
  private static final float YEAR_WIDTH_RATIO = 2f;

  private static final double ROOM_FOR_LAST_VALUE = 0.05;

  private TrendDrawing() {}

  static JFreeChart of(TrendChart chart, ChartSize size) {
    CategoryPlot plot =
        new CategoryPlot(
            dataset(chart),
            Axes.categories(2, YEAR_WIDTH_RATIO),
            Axes.around(chart, size),
            renderer(chart));
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
    mean(plot, chart);
    boolean hasLegend = chart.hasValues() && chart.lines().size() > 1;
    JFreeChart drawing = ReportTheme.chart(chart.title(), subtitle(chart), plot, hasLegend);
    // The last point's number is wider than its month.
    plot.getDomainAxis().setUpperMargin(ROOM_FOR_LAST_VALUE);
    return drawing;
  }

  private static CategoryDataset dataset(TrendChart chart) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int number = 0; chart.hasValues() && number < chart.lines().size(); number++) {
      TrendChart.TrendLine line = chart.lines().get(number);
      for (int month = 0; month < chart.months().size(); month++) {
        String label = label(chart.months().get(month), month == 0);
        data.addValue(
            line.values().get(month),
            new CategoryLabel(number, line.name()),
            new CategoryLabel(month, label));
      }
    }
    return data;
  }

  // The year once, and again where it turns.
  static String label(YearMonth month, boolean isFirst) {
    String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
    return isFirst || month.getMonth() == Month.JANUARY ? name + "\n" + month.getYear() : name;
  }

  private static LineAndShapeRenderer renderer(TrendChart chart) {
    LineAndShapeRenderer renderer = new LineAndShapeRenderer();
    for (int number = 0; number < chart.lines().size(); number++) {
      renderer.setSeriesPaint(number, ReportTheme.color(number));
      renderer.setSeriesStroke(number, ReportTheme.LINE);
      renderer.setSeriesShape(number, Shapes.of(number));
    }
    renderer.setDefaultItemLabelGenerator(new LastValue(chart));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(ReportTheme.LABEL);
    renderer.setDefaultItemLabelPaint(ReportTheme.INK);
    return renderer;
  }

  // In words above the lines: beside the dashes a number would lie on a line.
  private static String subtitle(TrendChart chart) {
    BigDecimal mean = chart.mean();
    String before = chart.subtitle().isBlank() ? "" : chart.subtitle() + "; ";
    return mean == null
        ? chart.subtitle()
        : before + "dashed: mean " + chart.format().display(mean);
  }

  private static void mean(CategoryPlot plot, TrendChart chart) {
    BigDecimal mean = chart.mean();
    if (mean == null) {
      return;
    }
    ValueMarker marker = new ValueMarker(mean.doubleValue(), ReportTheme.GRAY, ReportTheme.DASHES);
    plot.addRangeMarker(marker, Layer.BACKGROUND);
  }

  /** Labels the last point of each line only. */
  private static final class LastValue extends StandardCategoryItemLabelGenerator {

    private static final long serialVersionUID = 1L;

    LastValue(TrendChart chart) {
      super("{2}", new BriefNumbers(chart.format()));
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
      List<?> months = dataset.getColumnKeys();
      for (int later = column + 1; later < months.size(); later++) {
        if (dataset.getValue(row, later) != null) {
          return "";
        }
      }
      return super.generateLabel(dataset, row, column);
    }
  }
}
