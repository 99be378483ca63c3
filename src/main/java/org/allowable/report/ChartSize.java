package org.allowable.report;

/** How large a chart is drawn. Letters have the same size on each, so that a small one is read. */
public enum ChartSize {
  /** As wide as a page. */
  FULL(900, 520),
  /** As wide as a page and taller: many rows of two lines each. */
  TALL(900, 760),
  /** As wide as a page and no higher than two side by side: one alone beside much text. */
  WIDE(900, 318),
  /** Two side by side. */
  HALF(540, 360),
  /** Two side by side, and flat: for a page that has little room left for them. */
  STRIP(540, 290),
  /** Two side by side on an upright page. */
  SMALL(440, 310),
  /** Two side by side on a printed page, where the letters of {@link #SMALL} would be too small. */
  PRINTED(350, 310);

  // A title of three lines with a subtitle of two, and the axis; what a bar's name needs.
  private static final int HEAD_AND_AXIS_PIXELS = 170;
  private static final int BAR_ROW_PIXELS = 17;
  private static final int NUMBER_PIXELS = 13;
  private static final int HEAD_OF_FEW_LINES_PIXELS = 130;

  private final int width;
  private final int height;

  ChartSize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Width in pixels of 1/96 inch. */
  public int width() {
    return width;
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

  /** Height in pixels of 1/96 inch. */
  public int height() {
    return height;
  }
}
