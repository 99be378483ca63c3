package org.allowable.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Format;
import org.allowable.report.RoundStep;
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
  private static final int LOW_PIXELS = 400;
  // A line of shares has the upper third for itself; between it and the bars stand their numbers.
  private static final double BAR_PART = 0.58;
  private static final double SHARE_PART = 0.33;
  private static final double ROOM_FOR_MARKER = 0.08;
  private static final double PIXELS_PER_TICK = 130;
  // A line that stays far from zero is drawn without the empty part.
  private static final double FAR_FROM_ZERO = 0.6;
  private static final double NEAR_ZERO = 0.3;
  private static final double MIN_SPREAD = 0.01;

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

  /**
   * An axis of numbers around marks that carry words: what is far from zero is drawn without it.
   *
   * @param leftPixels room for words left of the lowest
   * @param rightPixels room for words right of the highest
   */
  static NumberAxis aroundMarks(Chart chart, ChartSize size, int leftPixels, int rightPixels) {
    List<Double> known = known(chart.values());
    double lowest = known.stream().min(Double::compare).orElse(0.0);
    double highest = known.stream().max(Double::compare).orElse(0.0);
    double low = lowest > 0 && lowest >= NEAR_ZERO * highest ? lowest : Math.min(0, lowest);
    double high = Math.max(highest, low < 0 ? 0 : low);
    double spread = high > low ? high - low : Math.max(MIN_SPREAD, Math.abs(high));
    double drawn = size.width() * PLOT_SHARE;
    double perPixel = spread / Math.max(1, drawn - leftPixels - rightPixels);
    double left = low - leftPixels * perPixel;
    NumberAxis axis = lowest < 0 ? new NumberAxis() : new NumbersWithin(0, Double.MAX_VALUE);
    range(axis, chart.format(), ticks(size), left, high + rightPixels * perPixel);
    axis.setLabel(chart.measure());
    return axis;
  }

  /** An axis of bars in the lower part of a picture, under that of {@link #sharesAbove}. */
  static NumberAxis barsBelow(Chart chart, ChartSize size) {
    double highest = known(chart.values()).stream().max(Double::compare).orElse(0.0);
    NumberAxis axis = new NumbersWithin(0, highest);
    range(axis, chart.format(), isLow(size) ? 2 : 4, 0, highest);
    axis.setRange(0, (highest > 0 ? highest : 1) / BAR_PART);
    return axis;
  }

  private static boolean isLow(ChartSize size) {
    return size.height() < LOW_PIXELS;
  }

  /** An axis of 0 to 100 percent in the upper part of a picture, above the bars' own numbers. */
  static NumberAxis sharesAbove(ChartSize size) {
    NumberAxis axis = new NumbersWithin(0, 1);
    double top = 1 + ROOM_FOR_MARKER;
    axis.setRange(top - top / SHARE_PART, top);
    axis.setTickUnit(new NumberTickUnit(isLow(size) ? 1 : 0.5, new BriefNumbers(Format.RATE)));
    return axis;
  }

  /** An axis of numbers from zero to an end, with about so many ticks. */
  static NumberAxis upTo(Format format, int ticks, double end) {
    return axis(format, ticks, 0, end);
  }

  private static int ticks(ChartSize size) {
    return (int) (size.width() / PIXELS_PER_TICK);
  }

  private static NumberAxis axis(Format format, int ticks, double low, double high) {
    NumberAxis axis = new NumberAxis();
    range(axis, format, ticks, low, high);
    return axis;
  }

  private static void range(NumberAxis axis, Format format, int ticks, double low, double high) {
    double end = high > low ? high : low + 1;
    axis.setRange(low, end);
    double largest = Math.max(Math.abs(low), Math.abs(end));
    axis.setTickUnit(
        new NumberTickUnit(step(format, ticks, end - low), new BriefNumbers(format, largest)));
  }

  /** The round number that cuts a range into about so many. */
  static double step(Format format, int ticks, double range) {
    double round = RoundStep.of(range / ticks);
    boolean isWhole = format == Format.COUNT;
    return isWhole ? Math.max(1, round) : round;
  }

  private static List<Double> known(List<@Nullable BigDecimal> values) {
    return values.stream().filter(Objects::nonNull).map(BigDecimal::doubleValue).toList();
  }
}
