package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.ShortName;
import org.allowable.report.TornadoChart;
import org.allowable.report.TornadoChart.Effect;
import org.allowable.report.TornadoChart.Lever;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws what levers change as bars from a line. */
final class TornadoDrawing {

  private static final double PIXELS_PER_CHARACTER = 6.8;
  private static final int GAP_PIXELS = 12;
  private static final int LONGEST_SETTING = 12;

  private TornadoDrawing() {}

  static JFreeChart of(TornadoChart chart, ChartSize size) {
    List<Lever> levers = chart.hasValues() ? chart.shown() : List.of();
    List<CategoryLabel> labels = new ArrayList<>();
    for (Lever lever : levers) {
      BigDecimal known = lever.effects().isEmpty() ? null : lever.effects().get(0).change();
      labels.add(
          CategoryLabel.of(
              labels.size(), lever.label(), known, ChartDrawing.labelCharacters(size)));
    }
    Levers marks =
        new Levers(levers, ValueLabels.of(chart), size.width() >= ChartSize.FULL.width());
    int left = marks.room(-1, size.width() / 6);
    int right = marks.room(1, size.width() / 6);
    CategoryPlot plot =
        Marks.plot(chart, labels, Axes.aroundMarks(chart, size, left, right), marks);
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
    return ReportTheme.chart(chart.title(), subtitle(chart), plot, false);
  }

  private static String subtitle(TornadoChart chart) {
    String subtitle =
        ChartDrawing.subtitle(chart, chart.levers().size(), Chart.MOST_CATEGORIES, "strongest");
    String before = subtitle.isBlank() ? "" : subtitle + "; ";
    return chart.baseline().isBlank() ? subtitle : before + "zero: " + chart.baseline();
  }

  /** The bars of a lever. */
  private static final class Levers extends Marks {

    private static final long serialVersionUID = 1L;
    private static final double BAR_PIXELS = 17;
    private static final double INNER_PIXELS = 9;

    private final transient List<Lever> levers;
    private final transient ValueLabels labels;
    private final boolean hasSettings;

    Levers(List<Lever> levers, ValueLabels labels, boolean hasSettings) {
      this.levers = levers;
      this.labels = labels;
      this.hasSettings = hasSettings;
    }

    /**
     * How far words reach beyond the longest bar of a side, in pixels.
     *
     * @param side 1 is the side of gains
     * @param barPixels how long the longest bar is at least
     */
    int room(int side, int barPixels) {
      Map<Effect, String> all = new LinkedHashMap<>();
      levers.forEach(lever -> all.putAll(labels(lever)));
      all.keySet().removeIf(effect -> effect.change().signum() != side);
      double longest = all.keySet().stream().mapToDouble(Levers::size).max().orElse(0);
      return (int)
          all.entrySet().stream()
              .mapToDouble(
                  one ->
                      GAP_PIXELS
                          + one.getValue().length() * PIXELS_PER_CHARACTER
                          - (1 - size(one.getKey()) / longest) * barPixels)
              .max()
              .orElse(0);
    }

    private static double size(Effect effect) {
      return Math.abs(effect.change().doubleValue());
    }

    // On one side both numbers stand at the end of the longer bar.
    private Map<Effect, String> labels(Lever lever) {
      List<Effect> effects = longestFirst(lever);
      if (isOneSided(effects)) {
        return Map.of(effects.get(0), words(effects.get(1)) + " to " + words(effects.get(0)));
      }
      Map<Effect, String> labels = new LinkedHashMap<>();
      effects.forEach(effect -> labels.put(effect, words(effect)));
      return labels;
    }

    private static List<Effect> longestFirst(Lever lever) {
      List<Effect> effects = new ArrayList<>(lever.effects());
      effects.sort(Comparator.comparing((Effect effect) -> effect.change().abs()).reversed());
      return effects;
    }

    private static boolean isOneSided(List<Effect> effects) {
      return effects.size() == 2
          && effects.get(0).change().signum() * effects.get(1).change().signum() > 0;
    }

    @Override
    void draw(Graphics2D graphics, CategoryLine line) {
      Lever lever = levers.get(line.place());
      List<Effect> effects = longestFirst(lever);
      boolean isOneSided = isOneSided(effects);
      for (int i = 0; i < effects.size(); i++) {
        // One bar within the other.
        boolean isInner = isOneSided && i == 1;
        bar(
            graphics,
            line,
            effects.get(i),
            isInner ? INNER_PIXELS : BAR_PIXELS,
            isOneSided && !isInner);
      }
      labels(lever).forEach((effect, words) -> label(graphics, line, effect, words));
    }

    private static void bar(
        Graphics2D graphics, CategoryLine line, Effect effect, double height, boolean isPale) {
      double zero = line.x(0);
      double end = line.x(effect.change());
      boolean isLoss = effect.change().signum() < 0;
      Color color = isLoss ? ReportTheme.VERMILLION : ReportTheme.BLUE;
      graphics.setPaint(isPale ? DivergingScale.mix(Color.WHITE, color, 0.45) : color);
      double left = Math.min(zero, end);
      graphics.fill(
          new Rectangle2D.Double(left, line.middle() - height / 2, Math.abs(end - zero), height));
    }

    private String words(Effect effect) {
      String change = labels.change(effect.change());
      String setting = ShortName.of(effect.setting(), LONGEST_SETTING);
      return setting.isBlank() || !hasSettings ? change : setting + ": " + change;
    }

    private static void label(Graphics2D graphics, CategoryLine line, Effect effect, String words) {
      boolean isLoss = effect.change().signum() < 0;
      double x = line.x(effect.change()) + (isLoss ? -6 : 6);
      TextAnchor anchor = isLoss ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
      words(graphics, words, ReportTheme.SMALL, ReportTheme.INK, x, line.middle(), anchor);
    }
  }
}
