package org.allowable.report.chart;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.allowable.report.TrendChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws lines over months. */
final class TrendDrawing {

  private TrendDrawing() {}

  static JFreeChart of(TrendChart chart) {
    CategoryPlot plot =
        new CategoryPlot(
            dataset(chart), Axes.categories(2, 1.2f), Axes.around(chart), renderer(chart));
    plot.setNoDataMessage("No data");
    plot.getRangeAxis().setVisible(chart.hasValues());
    mean(plot, chart);
    boolean hasLegend = chart.hasValues() && chart.lines().size() > 1;
    return ReportTheme.chart(chart.title(), chart.subtitle(), plot, hasLegend);
  }

  private static CategoryDataset dataset(TrendChart chart) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int number = 0; chart.hasValues() && number < chart.lines().size(); number++) {
      TrendChart.Line line = chart.lines().get(number);
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
  private static String label(YearMonth month, boolean isFirst) {
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

  private static void mean(CategoryPlot plot, TrendChart chart) {
    BigDecimal mean = chart.mean();
    if (mean == null) {
      return;
    }
    ValueMarker marker = new ValueMarker(mean.doubleValue(), ReportTheme.GREY, ReportTheme.DASHES);
    marker.setLabel("Mean " + chart.format().brief(mean));
    marker.setLabelFont(ReportTheme.SMALL);
    marker.setLabelPaint(ReportTheme.GREY);
    marker.setLabelBackgroundColor(java.awt.Color.WHITE);
    marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
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
