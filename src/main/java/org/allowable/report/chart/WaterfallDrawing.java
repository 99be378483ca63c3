package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.report.ChartSize;
import org.allowable.report.WaterfallChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws steps as bars between levels; the first and the last level are marks, not bars. */
final class WaterfallDrawing {

  private static final int LABEL_PIXELS = 64;

  private WaterfallDrawing() {}

  static JFreeChart of(WaterfallChart chart, ChartSize size) {
    List<BigDecimal> levels = chart.levels();
    int characters = ChartDrawing.labelCharacters(size);
    List<CategoryLabel> labels = new ArrayList<>();
    if (!levels.isEmpty()) {
      labels.add(CategoryLabel.of(0, chart.start().label(), levels.get(0), characters));
      for (WaterfallChart.Cause step : chart.steps()) {
        labels.add(CategoryLabel.of(labels.size(), step.label(), step.change(), characters));
      }
      labels.add(
          CategoryLabel.of(
              labels.size(), chart.endLabel(), levels.get(levels.size() - 1), characters));
    }
    CategoryPlot plot =
        Marks.plot(
            chart,
            labels,
            Axes.aroundMarks(chart, size, LABEL_PIXELS, LABEL_PIXELS),
            new Steps(chart, ValueLabels.of(chart)));
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
    return ReportTheme.chart(chart.title(), chart.subtitle(), plot, false);
  }

  /** The marks of a line: a level, or the bar of a step. */
  private static final class Steps extends Marks {

    private static final long serialVersionUID = 1L;
    private static final double BAR_PIXELS = 16;
    private static final double GAP = 6;

    private final transient WaterfallChart chart;
    private final transient ValueLabels labels;
    private final transient List<BigDecimal> levels;

    Steps(WaterfallChart chart, ValueLabels labels) {
      this.chart = chart;
      this.labels = labels;
      this.levels = chart.levels();
    }

    @Override
    void draw(Graphics2D graphics, CategoryLine line) {
      if (line.place() == 0 || line.place() == levels.size()) {
        level(graphics, line, levels.get(line.place() == 0 ? 0 : levels.size() - 1));
        return;
      }
      BigDecimal from = levels.get(line.place() - 1);
      BigDecimal to = levels.get(line.place());
      BigDecimal change = chart.steps().get(line.place() - 1).change();
      double left = Math.min(line.x(from), line.x(to));
      double right = Math.max(line.x(from), line.x(to));
      Color color = change.signum() < 0 ? ReportTheme.VERMILLION : ReportTheme.BLUE;
      graphics.setPaint(color);
      graphics.fill(
          new Rectangle2D.Double(
              left, line.middle() - BAR_PIXELS / 2, Math.max(1, right - left), BAR_PIXELS));
      // Sign, side and color say the same.
      boolean isLoss = change.signum() < 0;
      words(
          graphics,
          labels.change(change),
          ReportTheme.SMALL,
          ReportTheme.INK,
          isLoss ? left - GAP : right + GAP,
          line.middle(),
          isLoss ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    }

    private void level(Graphics2D graphics, CategoryLine line, BigDecimal level) {
      double x = line.x(level);
      graphics.setPaint(ReportTheme.INK);
      graphics.setStroke(ReportTheme.LINE);
      graphics.draw(
          new Line2D.Double(x, line.middle() - BAR_PIXELS / 2, x, line.middle() + BAR_PIXELS / 2));
      words(
          graphics,
          labels.value(level),
          ReportTheme.SMALL,
          ReportTheme.INK,
          x + GAP,
          line.middle(),
          TextAnchor.CENTER_LEFT);
    }
  }
}
