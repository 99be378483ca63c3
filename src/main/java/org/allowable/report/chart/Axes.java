package org.allowable.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.allowable.report.Chart;
import org.allowable.report.Format;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jspecify.annotations.Nullable;

/** Axes whose ends leave room for the labels of bars and whose ticks are round numbers. */
final class Axes {

  // The number beside a bar, and the part of the picture's width that bars have.
  private static final double LABEL_PIXELS = 66;
  private static final double PLOT_SHARE = 0.5;
  private static final double ROOM_AROUND = 0.15;
  private static final int SHARE_TICKS = 5;
  private static final double PIXELS_PER_TICK = 130;
  // A line that stays far from zero is drawn without the empty part.
  private static final double FAR_FROM_ZERO = 0.6;

  private Axes() {}

  /** Whether there is anything to read off an axis: a value other than zero. */
  static boolean isReadable(Chart chart) {
    return chart.values().stream().anyMatch(value -> value != null && value.signum() != 0);
  }

  /** An axis of categories, each label on at most so many lines. */
  static CategoryAxis categories(int lines, float widthRatio) {
    CategoryAxis axis = new CategoryAxis();
    axis.setMaximumCategoryLabelLines(lines);
    axis.setMaximumCategoryLabelWidthRatio(widthRatio);
    return axis;
  }

  /** An axis of numbers that has zero, for bars. */
  static NumberAxis fromZero(Chart chart, ChartSize size) {
    List<Double> known = known(chart.values());
    double low = Math.min(0, known.stream().min(Double::compare).orElse(0.0));
    double high = Math.max(0, known.stream().max(Double::compare).orElse(0.0));
    double room = (high - low) * LABEL_PIXELS / (size.width() * PLOT_SHARE);
    int ticks = ticks(size);
    return axis(chart.format(), ticks, low < 0 ? low - room : 0, high > 0 ? high + room : 0);
  }

  /** An axis of numbers around a line. */
  static NumberAxis around(Chart chart, ChartSize size) {
    List<Double> known = known(chart.values());
    double low = known.stream().min(Double::compare).orElse(0.0);
    double high = known.stream().max(Double::compare).orElse(0.0);
    boolean isFar = low > 0 && low >= FAR_FROM_ZERO * high && high > low;
    if (!isFar) {
      return fromZero(chart, size);
    }
    double room = (high - low) * ROOM_AROUND;
    double step = step(chart.format(), ticks(size), high - low + 2 * room);
    double bottom = Math.max(0, Math.floor((low - room) / step) * step);
    return axis(chart.format(), ticks(size), bottom, Math.ceil((high + room) / step) * step);
  }

  /** An axis of 0 to 100 percent, with room for a marker at the top. */
  static NumberAxis shares() {
    NumberAxis axis = axis(Format.RATE, SHARE_TICKS, 0, 1.04);
    axis.setTickUnit(new NumberTickUnit(0.2, new BriefNumbers(Format.RATE)));
    return axis;
  }

  private static int ticks(ChartSize size) {
    return (int) (size.width() / PIXELS_PER_TICK);
  }

  private static NumberAxis axis(Format format, int ticks, double low, double high) {
    double end = high > low ? high : low + 1;
    NumberAxis axis = new NumberAxis();
    axis.setRange(low, end);
    axis.setTickUnit(new NumberTickUnit(step(format, ticks, end - low), new BriefNumbers(format)));
    return axis;
  }

  /** The round number that cuts a range into about so many. */
  static double step(Format format, int ticks, double range) {
    double rough = range / ticks;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double mantissa = rough / power;
    double round = mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10;
    boolean isWhole = format == Format.COUNT;
    return isWhole ? Math.max(1, round * power) : round * power;
  }

  private static List<Double> known(List<@Nullable BigDecimal> values) {
    return values.stream().filter(Objects::nonNull).map(BigDecimal::doubleValue).toList();
  }
}
