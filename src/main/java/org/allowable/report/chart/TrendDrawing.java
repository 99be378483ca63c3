package org.allowable.report.chart;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.allowable.report.ChartSize;
import org.allowable.report.TrendChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/** Draws lines over months. */
final class TrendDrawing {

  // The last point's number stands right of it.
  private static final double NAME_PIXELS = 36;
  private static final double AXIS_PIXELS = 40;
  private static final double LAST_VALUE_PIXELS = 60;

  private static final ItemLabelPosition ABOVE =
      new ItemLabelPosition(ItemLabelAnchor.OUTSIDE2, TextAnchor.BOTTOM_LEFT);
  private static final ItemLabelPosition BELOW =
      new ItemLabelPosition(ItemLabelAnchor.OUTSIDE4, TextAnchor.TOP_LEFT);

  private TrendDrawing() {}

  static JFreeChart of(TrendChart chart, ChartSize size) {
    CategoryPlot plot =
        new CategoryPlot(
            dataset(chart, size),
            // A year may be wider than its month's place on the axis.
            Axes.categories(2, 1f + step(chart.months(), size.width())),
            Axes.around(chart, size),
            renderer(chart));
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
    mean(plot, chart);
    boolean hasLegend = chart.hasValues() && chart.lines().size() > 1;
    JFreeChart drawing = ReportTheme.chart(chart.title(), subtitle(chart), plot, hasLegend);
    plot.getDomainAxis().setUpperMargin(LAST_VALUE_PIXELS / size.width());
    return drawing;
  }

  private static CategoryDataset dataset(TrendChart chart, ChartSize size) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    List<String> months = labels(chart.months(), size.width());
    for (int number = 0; chart.hasValues() && number < chart.lines().size(); number++) {
      TrendChart.TrendLine line = chart.lines().get(number);
      for (int month = 0; month < chart.months().size(); month++) {
        data.addValue(
            line.values().get(month),
            new CategoryLabel(number, line.name()),
            new CategoryLabel(month, months.get(month)));
      }
    }
    return data;
  }

  /** How many months share the room of a name on an axis of so many pixels. */
  static int step(List<YearMonth> months, int pixels) {
    double all = pixels - AXIS_PIXELS - LAST_VALUE_PIXELS;
    return (int) Math.max(1, Math.ceil(NAME_PIXELS * months.size() / all));
  }

  /** The names of months on an axis of so many pixels; the last one always has its name. */
  static List<String> labels(List<YearMonth> months, int pixels) {
    int step = step(months, pixels);
    List<String> labels = new ArrayList<>();
    int year = 0;
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i);
      boolean isNamed = (months.size() - 1 - i) % step == 0;
      labels.add(isNamed ? label(month, month.getYear() != year) : "");
      year = isNamed ? month.getYear() : year;
    }
    return labels;
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
      ItemLabelPosition position = isAbove(chart, number) ? ABOVE : BELOW;
      renderer.setSeriesPositiveItemLabelPosition(number, position);
      renderer.setSeriesNegativeItemLabelPosition(number, position);
    }
    renderer.setDefaultItemLabelGenerator(new LastValue(chart));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(ReportTheme.LABEL);
    renderer.setDefaultItemLabelPaint(ReportTheme.INK);
    return renderer;
  }

  // Right of the last point no line goes on; the mean does, on the side where the number is not.
  private static boolean isAbove(TrendChart chart, int number) {
    BigDecimal own = last(chart.lines().get(number));
    BigDecimal mean = chart.mean();
    if (own == null) {
      return true;
    }
    return mean != null
        ? own.compareTo(mean) >= 0
        : chart.lines().stream()
            .map(TrendDrawing::last)
            .noneMatch(other -> other != null && other.compareTo(own) > 0);
  }

  private static @Nullable BigDecimal last(TrendChart.TrendLine line) {
    return line.values().stream().filter(Objects::nonNull).reduce((a, b) -> b).orElse(null);
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
