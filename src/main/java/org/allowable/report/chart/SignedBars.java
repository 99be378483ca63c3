package org.allowable.report.chart;

import java.awt.Paint;
import org.jfree.chart.renderer.category.BarRenderer;

/** Bars below zero in another color; their minus sign says the same without color. */
final class SignedBars extends BarRenderer {

  private static final long serialVersionUID = 1L;

  @Override
  public Paint getItemPaint(int row, int column) {
    Number value = getPlot().getDataset().getValue(row, column);
    return value != null && value.doubleValue() < 0 ? ReportTheme.VERMILLION : ReportTheme.BLUE;
  }
}
