package org.allowable.report.excel;

import org.allowable.report.Page;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** How much of the printed page is used, so that no picture is cut by its end. */
final class PrintLayout {

  // A letter page less its margins, in points.
  private static final double LONG_SIDE = 792 - 72;
  private static final double SHORT_SIDE = 612 - 72;
  private static final double FOOT = 18;
  private static final double POINTS_PER_PIXEL = 72.0 / 96;

  private final boolean isOnePage;
  private final double height;
  private double used;

  PrintLayout(Page page, Grid grid) {
    double width = page.isLandscape() ? LONG_SIDE : SHORT_SIDE;
    double content = grid.pixels(new Grid.Span(0, grid.widths().size() - 1)) * POINTS_PER_PIXEL;
    double scale = Math.min(1, width / content);
    this.isOnePage = page.isOnePage();
    this.height = ((page.isLandscape() ? SHORT_SIDE : LONG_SIDE) - FOOT) / scale;
  }

  /** A row of this height is written. */
  void used(double points) {
    used = used + points > height ? points : used + points;
  }

  /** Starts a new page before a row where what comes does not fit this one. */
  void breakBefore(SXSSFSheet sheet, int row, double points) {
    boolean fits = used + points <= height;
    if (!isOnePage && !fits && row > 0 && points <= height) {
      sheet.setRowBreak(row - 1);
      used = 0;
    }
  }
}
