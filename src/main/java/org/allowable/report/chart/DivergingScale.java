package org.allowable.report.chart;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.allowable.report.HeatMapChart;
import org.jspecify.annotations.Nullable;

/**
 * Colors of numbers around a middle: orange below, blue above, pale at it.
 *
 * @param middle where the color turns
 * @param reach how far from the middle the color is full
 */
record DivergingScale(double middle, double reach) {

  private static final Color AT_TARGET = new Color(0xF3F4F6);
  // A single far value must not make all others pale.
  private static final double FULL_FROM_SHARE = 0.9;
  private static final double LEAST_REACH = 0.05;

  /** The scale of a chart's numbers. */
  static DivergingScale of(HeatMapChart chart) {
    double middle = chart.middle().doubleValue();
    List<@Nullable BigDecimal> values = chart.values();
    double[] distances =
        values.stream()
            .filter(Objects::nonNull)
            .mapToDouble(value -> Math.abs(value.doubleValue() - middle))
            .sorted()
            .toArray();
    if (distances.length == 0) {
      return new DivergingScale(middle, LEAST_REACH);
    }
    int place = (int) Math.ceil(FULL_FROM_SHARE * distances.length) - 1;
    double reach = Math.max(LEAST_REACH, distances[place]);
    double step = Axes.step(chart.format(), 4, reach);
    return new DivergingScale(middle, Math.ceil(reach / step - 1e-9) * step);
  }

  /** The color of a number. */
  Color color(double value) {
    double distance = Math.max(-1, Math.min(1, (value - middle) / reach));
    Color full = distance < 0 ? ReportTheme.VERMILLION : ReportTheme.BLUE;
    return mix(AT_TARGET, full, Math.abs(distance));
  }

  /** The color of letters on a color. */
  static Color onto(Color background) {
    double light =
        0.2126 * linear(background.getRed())
            + 0.7152 * linear(background.getGreen())
            + 0.0722 * linear(background.getBlue());
    return light < 0.3 ? ReportTheme.WHITE_LETTERS : ReportTheme.BLACK_LETTERS;
  }

  private static double linear(int part) {
    return Math.pow(part / 255.0, 2.2);
  }

  /** A color between two. */
  static Color mix(Color from, Color to, double share) {
    return new Color(
        between(from.getRed(), to.getRed(), share),
        between(from.getGreen(), to.getGreen(), share),
        between(from.getBlue(), to.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
