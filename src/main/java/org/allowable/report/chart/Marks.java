package org.allowable.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.allowable.report.Chart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws the marks of a category on its line of a horizontal chart. */
abstract class Marks extends AbstractCategoryItemRenderer {

  private static final long serialVersionUID = 1L;

  /**
   * The line of a category.
   *
   * @param place which, from 0
   * @param middle its height on the drawing
   * @param area where marks may stand
   * @param axis what turns numbers into places
   */
  record CategoryLine(
      int place, double middle, Rectangle2D area, ValueAxis axis, CategoryPlot plot) {

    /** Where a number stands. */
    double x(Number value) {
      return axis.valueToJava2D(value.doubleValue(), area, plot.getRangeAxisEdge());
    }
  }

  /** Draws what a line has. */
  abstract void draw(Graphics2D graphics, CategoryLine line);

  @Override
  public final void drawItem(
      Graphics2D graphics,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis categories,
      ValueAxis axis,
      CategoryDataset data,
      int row,
      int column,
      int pass) {
    double middle =
        categories.getCategoryMiddle(column, data.getColumnCount(), area, plot.getDomainAxisEdge());
    draw(graphics, new CategoryLine(column, middle, area, axis, plot));
  }

  /** A horizontal plot of lines with these labels. */
  static CategoryPlot plot(Chart chart, List<CategoryLabel> labels, NumberAxis axis, Marks marks) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    // The numbers stay with the marks; the plot needs to know how many lines there are.
    labels.forEach(label -> data.addValue(0, chart.measure(), label));
    CategoryPlot plot =
        new CategoryPlot(data, Axes.categories(1, ChartDrawing.BAR_LABEL_SHARE), axis, marks);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    return plot;
  }

  /** Words at a place. */
  static void words(
      Graphics2D graphics,
      String words,
      Font font,
      Paint paint,
      double x,
      double y,
      TextAnchor at) {
    graphics.setFont(font);
    graphics.setPaint(paint);
    TextUtils.drawAlignedString(words, graphics, (float) x, (float) y, at);
  }

  /** A shape around a place. */
  static Shape at(Shape shape, double x, double y) {
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
  }
}
