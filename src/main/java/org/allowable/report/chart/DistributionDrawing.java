package org.allowable.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.report.ChartSize;
import org.allowable.report.DistributionChart;
import org.allowable.report.DistributionChart.AmountCount;
import org.allowable.report.DistributionChart.Category;
import org.allowable.report.Format;
import org.allowable.report.ShortName;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws how amounts are spread: a box, and every amount as a dot as large as it is frequent. */
final class DistributionDrawing {

  private static final int SIDE_PIXELS = 44;
  private static final int NAME_CHARACTERS = 24;
  // Of the picture's width: the axis has a part of it only.
  private static final int PIXELS_PER_LABEL_CHARACTER = 21;

  private DistributionDrawing() {}

  static JFreeChart of(DistributionChart chart, ChartSize size) {
    List<Category> categories = chart.hasValues() ? chart.shown() : List.of();
    List<CategoryLabel> labels = new ArrayList<>();
    for (Category category : categories) {
      String count = " (n " + Format.COUNT.display(category.count()) + ")";
      int room = size.width() / PIXELS_PER_LABEL_CHARACTER - count.length();
      String name = ShortName.of(category.label(), Math.min(NAME_CHARACTERS, room));
      labels.add(new CategoryLabel(labels.size(), name + count));
    }
    CategoryPlot plot =
        Marks.plot(
            chart,
            labels,
            Axes.aroundMarks(chart, size, SIDE_PIXELS, SIDE_PIXELS),
            new Spreads(categories, chart.format()));
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
    plot.setFixedLegendItems(legend());
    String subtitle =
        ChartDrawing.subtitle(
            chart, chart.categories().size(), DistributionChart.MOST_SHOWN, "with the most");
    return ReportTheme.chart(chart.title(), subtitle, plot, chart.hasValues());
  }

  private static LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    items.add(
        ReportTheme.legendItem(
            "An amount, larger where more frequent",
            new Ellipse2D.Double(-5, -5, 10, 10),
            Spreads.DOT,
            ReportTheme.BLUE));
    items.add(
        ReportTheme.legendItem(
            "Middle half",
            new Rectangle2D.Double(-9, -5, 18, 10),
            ReportTheme.PALE,
            ReportTheme.PALE));
    items.add(
        ReportTheme.legendItem(
            "Median", new Rectangle2D.Double(-1, -6, 2, 12), ReportTheme.INK, ReportTheme.INK));
    return items;
  }

  /** The marks of a category. */
  private static final class Spreads extends Marks {

    private static final long serialVersionUID = 1L;

    /** Lets what lies under a dot be seen. */
    static final Color DOT = new Color(0x80, 0xB8, 0xD8, 0xB0);

    private static final Stroke MEDIAN = new BasicStroke(2.4f);
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
    private static final double WHISKER = 1.5;
    private static final double BELOW_MIDDLE = 7;
    private static final double BOX = 13;
    private static final double LEAST_RADIUS = 2;
    private static final double MOST_RADIUS = 9;
    // Amounts closer than this are one dot: a bound on how many there are, too.
    private static final double DOT_PIXELS = 3;

    private final transient List<Category> categories;
    private final transient Format format;

    Spreads(List<Category> categories, Format format) {
      this.categories = categories;
      this.format = format;
    }

    @Override
    void draw(Graphics2D graphics, CategoryLine line) {
      Category category = categories.get(line.place());
      double y = line.middle() + BELOW_MIDDLE;
      if (category.hasBox()) {
        box(graphics, line, category, y);
      }
      dots(graphics, line, category, y);
      BigDecimal median = category.quantile(HALF);
      if (category.hasBox() && median != null) {
        graphics.setPaint(ReportTheme.INK);
        graphics.setStroke(MEDIAN);
        double x = line.x(median);
        graphics.draw(new Line2D.Double(x, y - BOX / 2 - 1, x, y + BOX / 2 + 1));
      }
      names(graphics, line, category, y - MOST_RADIUS - 6);
    }

    private static void box(Graphics2D graphics, CategoryLine line, Category category, double y) {
      BigDecimal low = category.quantile(QUARTER);
      BigDecimal high = category.quantile(THREE_QUARTERS);
      if (low == null || high == null) {
        return;
      }
      double reach = WHISKER * (high.doubleValue() - low.doubleValue());
      double[] within =
          category.points().stream()
              .mapToDouble(point -> point.value().doubleValue())
              .filter(value -> value >= low.doubleValue() - reach)
              .filter(value -> value <= high.doubleValue() + reach)
              .toArray();
      graphics.setPaint(ReportTheme.GRAY);
      graphics.setStroke(ReportTheme.HAIR);
      graphics.draw(new Line2D.Double(line.x(within[0]), y, line.x(within[within.length - 1]), y));
      graphics.setPaint(ReportTheme.PALE);
      double left = line.x(low);
      graphics.fill(new Rectangle2D.Double(left, y - BOX / 2, line.x(high) - left, BOX));
    }

    private static void dots(Graphics2D graphics, CategoryLine line, Category category, double y) {
      Map<Long, double[]> dots = new TreeMap<>();
      for (AmountCount point : category.points()) {
        double x = line.x(point.value());
        double[] dot = dots.computeIfAbsent(Math.round(x / DOT_PIXELS), place -> new double[2]);
        dot[0] += x * point.count();
        dot[1] += point.count();
      }
      graphics.setStroke(ReportTheme.HAIR);
      for (double[] dot : dots.values()) {
        double share = dot[1] / category.count();
        double radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(share);
        double x = dot[0] / dot[1];
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setPaint(DOT);
        graphics.fill(circle);
        graphics.setPaint(ReportTheme.BLUE);
        graphics.draw(circle);
      }
    }

    // The heaps by name, the largest first. One that would lie on another moves aside.
    private void names(Graphics2D graphics, CategoryLine line, Category category, double y) {
      double left = Double.NaN;
      double right = Double.NaN;
      for (AmountCount point : category.mostFrequent()) {
        String share = Format.PERCENT.display(category.share(point));
        String words = format.display(point.value()) + " (" + share + ")";
        double half = graphics.getFontMetrics(ReportTheme.SMALL).stringWidth(words) / 2.0 + 4;
        double heap = line.x(point.value());
        double x = Math.min(heap, line.area().getMaxX() - half);
        if (x + half > left && x - half < right) {
          x = heap > (left + right) / 2 ? right + half : left - half;
        }
        boolean isNear = Math.abs(x - heap) <= half + MOST_RADIUS;
        if (isNear && x + half <= line.area().getMaxX() && x - half >= line.area().getMinX()) {
          words(graphics, words, ReportTheme.SMALL, ReportTheme.INK, x, y, TextAnchor.CENTER);
          left = Double.isNaN(left) ? x - half : Math.min(left, x - half);
          right = Double.isNaN(right) ? x + half : Math.max(right, x + half);
        }
      }
    }
  }
}
