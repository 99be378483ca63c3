package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.DumbbellChart;
import org.allowable.report.DumbbellChart.BeforeAfter;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws two numbers of a category and the line between them; an arrow head says which way. */
final class DumbbellDrawing {

  private static final int LABEL_PIXELS = 70;
  private static final int CHANGE_PIXELS = 65;

  private DumbbellDrawing() {}

  static JFreeChart of(DumbbellChart chart, ChartSize size) {
    List<BeforeAfter> pairs = chart.hasValues() ? chart.shown() : List.of();
    List<CategoryLabel> labels = new ArrayList<>();
    for (BeforeAfter pair : pairs) {
      labels.add(
          CategoryLabel.of(
              labels.size(), pair.label(), pair.change(), ChartDrawing.labelCharacters(size)));
    }
    boolean hasChange = size.width() >= ChartSize.FULL.width();
    int right = hasChange ? LABEL_PIXELS + CHANGE_PIXELS : LABEL_PIXELS;
    CategoryPlot plot =
        Marks.plot(
            chart,
            labels,
            Axes.aroundMarks(chart, size, LABEL_PIXELS, right),
            new Dumbbells(pairs, ValueLabels.of(chart), hasChange));
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
    plot.setFixedLegendItems(legend(chart));
    return ReportTheme.chart(chart.title(), subtitle(chart), plot, chart.hasValues());
  }

  private static String subtitle(DumbbellChart chart) {
    return ChartDrawing.subtitle(
        chart, chart.pairs().size(), Chart.MOST_CATEGORIES, "largest changes");
  }

  private static LegendItemCollection legend(DumbbellChart chart) {
    LegendItemCollection items = new LegendItemCollection();
    Color up = ReportTheme.BLUE;
    Color down = ReportTheme.VERMILLION;
    items.add(
        ReportTheme.legendItem(chart.beforeName(), Shapes.of(0), Color.WHITE, ReportTheme.GRAY));
    items.add(ReportTheme.legendItem(chart.afterName() + ", higher", Shapes.RIGHT, up, up));
    items.add(ReportTheme.legendItem(chart.afterName() + ", lower", Shapes.LEFT, down, down));
    return items;
  }

  /** The marks of a pair. */
  private static final class Dumbbells extends Marks {

    private static final long serialVersionUID = 1L;

    private final transient List<BeforeAfter> pairs;
    private final transient ValueLabels labels;
    private final boolean hasChange;

    Dumbbells(List<BeforeAfter> pairs, ValueLabels labels, boolean hasChange) {
      this.pairs = pairs;
      this.labels = labels;
      this.hasChange = hasChange;
    }

    @Override
    void draw(Graphics2D graphics, CategoryLine line) {
      BeforeAfter pair = pairs.get(line.place());
      BigDecimal before = pair.before();
      BigDecimal after = pair.after();
      if (before != null && after != null) {
        both(graphics, line, before, after);
      } else if (before != null) {
        dot(graphics, line, before);
        label(graphics, line, before, labels.value(before), true);
      } else if (after != null) {
        arrow(graphics, line, after, 0);
        label(graphics, line, after, labels.value(after), true);
      }
    }

    private void both(Graphics2D graphics, CategoryLine line, BigDecimal before, BigDecimal after) {
      int direction = after.compareTo(before);
      graphics.setPaint(color(direction));
      graphics.setStroke(ReportTheme.LINE);
      double y = line.middle();
      graphics.draw(new Line2D.Double(line.x(before), y, line.x(after), y));
      dot(graphics, line, before);
      arrow(graphics, line, after, direction);
      BigDecimal higher = before.max(after);
      BigDecimal lower = before.min(after);
      String change = hasChange ? " (" + labels.change(after.subtract(before)) + ")" : "";
      label(graphics, line, higher, labels.value(higher) + change, true);
      if (direction != 0) {
        label(graphics, line, lower, labels.value(lower), false);
      }
    }

    private static void dot(Graphics2D graphics, CategoryLine line, BigDecimal value) {
      Shape dot = at(Shapes.of(0), line.x(value), line.middle());
      graphics.setPaint(Color.WHITE);
      graphics.fill(dot);
      graphics.setPaint(ReportTheme.GRAY);
      graphics.setStroke(ReportTheme.OUTLINE);
      graphics.draw(dot);
    }

    private static void arrow(
        Graphics2D graphics, CategoryLine line, BigDecimal value, int direction) {
      Shape shape = direction > 0 ? Shapes.RIGHT : direction < 0 ? Shapes.LEFT : Shapes.of(3);
      graphics.setPaint(color(direction));
      graphics.fill(at(shape, line.x(value), line.middle()));
    }

    private static Color color(int direction) {
      return direction > 0
          ? ReportTheme.BLUE
          : direction < 0 ? ReportTheme.VERMILLION : ReportTheme.GRAY;
    }

    private static void label(
        Graphics2D graphics, CategoryLine line, BigDecimal value, String words, boolean isOnRight) {
      double x = line.x(value) + (isOnRight ? 10 : -10);
      TextAnchor anchor = isOnRight ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT;
      words(graphics, words, ReportTheme.SMALL, ReportTheme.INK, x, line.middle(), anchor);
    }
  }
}
