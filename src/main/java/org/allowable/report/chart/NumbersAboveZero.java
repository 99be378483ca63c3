package org.allowable.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/** An axis with room left of zero for words, where a number below zero would mean nothing. */
final class NumbersAboveZero extends NumberAxis {

  private static final long serialVersionUID = 1L;

  @Override
  public List<?> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<?> all = super.refreshTicks(graphics, state, area, edge);
    List<Object> ticks = new ArrayList<>(all);
    ticks.removeIf(tick -> tick instanceof ValueTick value && value.getValue() < 0);
    return ticks;
  }
}
