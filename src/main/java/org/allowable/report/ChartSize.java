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
  /** Two side by side on an upright page. */
  SMALL(440, 310);

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

  /** Height in pixels of 1/96 inch. */
  public int height() {
    return height;
  }
}
