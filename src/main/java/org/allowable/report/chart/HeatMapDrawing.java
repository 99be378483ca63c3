package org.allowable.report.chart;

import org.allowable.report.ChartSize;
import org.allowable.report.HeatMapChart;
import org.jfree.chart.JFreeChart;

/** Draws numbers by two groupings as colored cells. */
final class HeatMapDrawing {

  // What stands above the rows and left of the columns, and the room that two lines need.
  private static final int PIXELS_ABOVE = 170;
  private static final int PIXELS_PER_ROW = 30;
  private static final int PIXELS_ON_THE_LEFT = 250;
  private static final int PIXELS_PER_COLUMN = 60;

  private HeatMapDrawing() {}

  static JFreeChart of(HeatMapChart chart, ChartSize size) {
    int rows = (size.height() - PIXELS_ABOVE) / PIXELS_PER_ROW;
    int columns = (size.width() - PIXELS_ON_THE_LEFT) / PIXELS_PER_COLUMN;
    HeatMapChart shown = chart.shown(rows, columns);
    return ReportTheme.page(chart.title(), subtitle(chart, shown), new HeatMapPlot(shown), false);
  }

  private static String subtitle(HeatMapChart chart, HeatMapChart shown) {
    String rows =
        ChartDrawing.subtitle(
            chart, chart.rows().size(), shown.rows().size(), "rows with the most lines");
    int kept = shown.columns().size();
    int count = chart.columns().size();
    return count > kept ? rows + "; the " + kept + " largest columns of " + count : rows;
  }
}
