package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import org.allowable.report.Format;
import org.allowable.report.HeatMapChart;
import org.allowable.report.HeatMapChart.Cell;
import org.allowable.report.ShortName;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** Rows and columns of colored cells under a scale: the chart library has no such plot. */
final class HeatMapPlot extends Plot {

  private static final long serialVersionUID = 1L;

  private static final Color TOO_FEW = ReportTheme.GRID;
  private static final double SCALE_PIXELS = 18;
  private static final double HEADER_PIXELS = 15;
  private static final double GAP = 2;
  private static final double MOST_ROW_PIXELS = 56;
  private static final double MOST_COLUMN_PIXELS = 150;
  private static final double PIXELS_PER_CHARACTER = 7.2;
  private static final int ROW_LABEL_CHARACTERS = 28;
  private static final int BAR_PIXELS = 180;
  private static final int BAR_STEPS = 60;

  private final transient HeatMapChart chart;
  private final transient DivergingScale scale;

  HeatMapPlot(HeatMapChart chart) {
    this.chart = chart;
    this.scale = DivergingScale.of(chart);
  }

  /** The chart as drawn. */
  HeatMapChart chart() {
    return chart;
  }

  @Override
  public String getPlotType() {
    return "Heat map";
  }

  @Override
  public void draw(
      Graphics2D graphics,
      Rectangle2D area,
      @Nullable Point2D anchor,
      @Nullable PlotState parentState,
      @Nullable PlotRenderingInfo info) {
    if (!chart.hasValues()) {
      drawNoDataMessage(graphics, area);
      return;
    }
    double left = area.getX() + labelWidth();
    double width = Math.min(MOST_COLUMN_PIXELS, (area.getMaxX() - left) / chart.columns().size());
    double top = scale(graphics, area) + headerPixels(graphics, width);
    double height = Math.min(MOST_ROW_PIXELS, (area.getMaxY() - top) / chart.rows().size());
    for (int column = 0; column < chart.columns().size(); column++) {
      header(graphics, chart.columns().get(column), left + (column + 0.5) * width, top, width);
    }
    for (int row = 0; row < chart.rows().size(); row++) {
      double middle = top + (row + 0.5) * height;
      String label = ShortName.of(chart.rows().get(row).label(), ROW_LABEL_CHARACTERS);
      text(graphics, label, ReportTheme.LABEL, left - 8, middle, TextAnchor.CENTER_RIGHT);
      List<@Nullable Cell> cells = chart.rows().get(row).cells();
      for (int column = 0; column < cells.size(); column++) {
        Rectangle2D place =
            new Rectangle2D.Double(
                left + column * width, top + row * height, width - GAP, height - GAP);
        cell(graphics, cells.get(column), place);
      }
    }
  }

  private double labelWidth() {
    int longest = chart.rows().stream().mapToInt(row -> row.label().length()).max().orElse(0);
    return Math.min(longest, ROW_LABEL_CHARACTERS) * PIXELS_PER_CHARACTER + 14;
  }

  private double headerPixels(Graphics2D graphics, double width) {
    boolean isLong =
        chart.columns().stream()
            .anyMatch(name -> width(graphics, name, ReportTheme.SMALL) > width - GAP);
    return isLong ? 2 * HEADER_PIXELS : HEADER_PIXELS;
  }

  // On two lines where one is too short.
  private static void header(
      Graphics2D graphics, String name, double middle, double top, double width) {
    String first = "";
    String last = name;
    int space = name.lastIndexOf(' ');
    while (space > 0 && width(graphics, first + last, ReportTheme.SMALL) > width - GAP) {
      first = name.substring(0, space);
      last = name.substring(space + 1);
      boolean fits = width(graphics, first, ReportTheme.SMALL) <= width - GAP;
      space = fits ? -1 : name.lastIndexOf(' ', space - 1);
    }
    headerLine(graphics, first, middle, top - 5 - HEADER_PIXELS, width);
    headerLine(graphics, last, middle, top - 5, width);
  }

  private static void headerLine(
      Graphics2D graphics, String words, double middle, double bottom, double width) {
    String cut = words;
    for (int length = words.length() - 1;
        length > 1 && width(graphics, cut, ReportTheme.SMALL) > width;
        length--) {
      cut = ShortName.of(words, length);
    }
    text(graphics, cut, ReportTheme.SMALL, middle, bottom, TextAnchor.BOTTOM_CENTER);
  }

  private static double width(Graphics2D graphics, String words, Font font) {
    return graphics.getFontMetrics(font).getStringBounds(words, graphics).getWidth();
  }

  private void cell(Graphics2D graphics, @Nullable Cell cell, Rectangle2D place) {
    if (cell == null) {
      return;
    }
    BigDecimal value = chart.isSmall(cell) ? null : cell.value();
    Color color = value == null ? TOO_FEW : scale.color(value.doubleValue());
    graphics.setPaint(color);
    graphics.fill(place);
    String count = "n " + Format.COUNT.display(cell.count());
    if (value == null) {
      noValue(graphics, chart.isSmall(cell) ? "" : "not known", count, place);
    } else {
      value(graphics, value, count, place, DivergingScale.onto(color));
    }
  }

  private static void noValue(Graphics2D graphics, String why, String count, Rectangle2D place) {
    double x = place.getCenterX();
    double y = place.getCenterY();
    if (why.isEmpty()) {
      text(graphics, count, ReportTheme.SMALL, x, y, TextAnchor.CENTER);
    } else {
      text(graphics, why, ReportTheme.SMALL, x, y - 7, TextAnchor.CENTER);
      text(graphics, count, ReportTheme.SMALL, x, y + 8, TextAnchor.CENTER);
    }
  }

  private void value(
      Graphics2D graphics, BigDecimal value, String count, Rectangle2D place, Color ink) {
    double x = place.getCenterX();
    double y = place.getCenterY();
    String number = chart.format().display(value);
    Marks.words(graphics, number, ReportTheme.LABEL, ink, x + 5, y - 7, TextAnchor.CENTER);
    double half = width(graphics, number, ReportTheme.LABEL) / 2;
    sign(graphics, value, ink, x - half - 3, y - 7);
    Marks.words(graphics, count, ReportTheme.SMALL, ink, x, y + 8, TextAnchor.CENTER);
  }

  // Which side of the middle, for those who see no colors; nothing where both read the same.
  private void sign(Graphics2D graphics, BigDecimal value, Color ink, double x, double y) {
    if (chart.format().display(value).equals(chart.format().display(chart.middle()))) {
      return;
    }
    graphics.setPaint(ink);
    boolean isBelow = value.compareTo(chart.middle()) < 0;
    graphics.fill(Marks.at(isBelow ? Shapes.DOWN : Shapes.UP, x, y));
  }

  /** Draws what the colors mean; the height at which the columns' names may start. */
  private double scale(Graphics2D graphics, Rectangle2D area) {
    double y = area.getY() + SCALE_PIXELS / 2;
    double x = legend(graphics, chart.measure(), area.getX(), y) + 14;
    x = legend(graphics, "\u2264 " + end(-1), x, y) + 6;
    for (int step = 0; step < BAR_STEPS; step++) {
      double share = 2.0 * step / (BAR_STEPS - 1) - 1;
      graphics.setPaint(scale.color(scale.middle() + share * scale.reach()));
      double width = (double) BAR_PIXELS / BAR_STEPS;
      graphics.fill(new Rectangle2D.Double(x + step * width, y - 8, width + 0.5, 16));
    }
    String words = "together " + chart.format().display(chart.middle());
    double middle = x + BAR_PIXELS / 2.0;
    Marks.words(
        graphics,
        words,
        ReportTheme.SMALL,
        ReportTheme.BLACK_LETTERS,
        middle,
        y,
        TextAnchor.CENTER);
    x = legend(graphics, "\u2265 " + end(1), x + BAR_PIXELS + 6, y) + 22;
    return chart.smallNumber() > 1 ? tooFew(graphics, area, x, y) : y + SCALE_PIXELS;
  }

  private double tooFew(Graphics2D graphics, Rectangle2D area, double right, double scaleY) {
    String words = "fewer than " + chart.smallNumber() + " lines: n only";
    boolean fits = right + 22 + width(graphics, words, ReportTheme.SMALL) <= area.getMaxX();
    double x = fits ? right : area.getX();
    double y = fits ? scaleY : scaleY + 22;
    graphics.setPaint(TOO_FEW);
    graphics.fill(new Rectangle2D.Double(x, y - 7, 18, 14));
    legend(graphics, words, x + 24, y);
    return y + SCALE_PIXELS;
  }

  private String end(int side) {
    return chart.format().brief(BigDecimal.valueOf(scale.middle() + side * scale.reach()));
  }

  private static double legend(Graphics2D graphics, String words, double x, double y) {
    text(graphics, words, ReportTheme.SMALL, x, y, TextAnchor.CENTER_LEFT);
    return x + width(graphics, words, ReportTheme.SMALL);
  }

  private static void text(
      Graphics2D graphics, String words, Font font, double x, double y, TextAnchor anchor) {
    if (!words.isBlank()) {
      Marks.words(graphics, words, font, ReportTheme.INK, x, y, anchor);
    }
  }
}
