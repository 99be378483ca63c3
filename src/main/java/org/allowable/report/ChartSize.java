package org.allowable.report;

import java.util.List;

/**
 * How large a chart is drawn. Letters have the same size on each, so that a small one is read.
 *
 * @param width in pixels of 1/96 inch
 * @param height in pixels of 1/96 inch
 */
public record ChartSize(int width, int height) {

  /** As wide as a page. */
  public static final ChartSize FULL = new ChartSize(900, 520);

  /** As wide as a page and taller: many rows of two lines each. */
  public static final ChartSize TALL = new ChartSize(900, 760);

  /** As wide as a page and no higher than two side by side: one alone beside much text. */
  public static final ChartSize WIDE = new ChartSize(900, 318);

  /** Two side by side. */
  public static final ChartSize HALF = new ChartSize(540, 360);

  /** Two side by side on an upright page. */
  public static final ChartSize SMALL = new ChartSize(440, 310);

  /** Two side by side on a printed page, where the letters of {@link #SMALL} would be too small. */
  public static final ChartSize PRINTED = new ChartSize(350, 310);

  // A title of three lines with a subtitle of two, and the axis; what a bar's name needs.
  private static final int HEAD_AND_AXIS_PIXELS = 170;
  private static final int BAR_ROW_PIXELS = 17;
  private static final int NUMBER_PIXELS = 13;
  private static final int HEAD_OF_FEW_LINES_PIXELS = 130;

  /** The same, and flat: for a printed page that has little room left for them. */
  public static final ChartSize PRINTED_STRIP = new ChartSize(350, 240);

  /** All that are used, widest first. */
  public static List<ChartSize> all() {
    return List.of(FULL, TALL, WIDE, HALF, SMALL, PRINTED, PRINTED_STRIP);
  }

  /** The size on which letters are so many times as large once it is drawn into this one's room. */
  public ChartSize withLetters(double times) {
    return new ChartSize((int) Math.round(width / times), (int) Math.round(height / times));
  }

  /** How many horizontal bars are drawn with their names. */
  public int bars() {
    return (height - HEAD_AND_AXIS_PIXELS) / BAR_ROW_PIXELS;
  }

  /** How many pairs of horizontal bars are drawn with their names. */
  public int pairs() {
    return (height - HEAD_AND_AXIS_PIXELS) / (2 * NUMBER_PIXELS);
  }

  /** Whether so many horizontal bars are thick enough for a number beside each. */
  public boolean hasRoomForNumbers(int bars) {
    return bars * NUMBER_PIXELS + HEAD_OF_FEW_LINES_PIXELS <= height;
  }
}
