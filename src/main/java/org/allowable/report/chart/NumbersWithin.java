package org.allowable.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/** An axis with room for words or other marks, where a number beyond its ticks means nothing. */
final class NumbersWithin extends NumberAxis {

  private static final long serialVersionUID = 1L;

  private final double low;
  private final double high;

  NumbersWithin(double low, double high) {
    this.low = low;
    this.high = high;
  }

  @Override
  public List<?> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<?> all = super.refreshTicks(graphics, state, area, edge);
    List<Object> ticks = new ArrayList<>(all);
    ticks.removeIf(
        tick ->
            tick instanceof ValueTick value && (value.getValue() < low || value.getValue() > high));
    return ticks;
  }
}
