package org.allowable.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import org.allowable.report.Palette;
import org.allowable.report.Picture;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The look of every chart: fonts, colors, lines. */
final class ReportTheme {

  /** The family that we ship. */
  static final String FAMILY = "DejaVu Sans";

  static final Color BLUE = new Color(Palette.BLUE);
  static final Color ORANGE = new Color(Palette.ORANGE);
  static final Color GREEN = new Color(Palette.GREEN);
  static final Color VERMILLION = new Color(Palette.VERMILLION);
  static final Color SKY = new Color(Palette.SKY);
  static final Color PURPLE = new Color(Palette.PURPLE);
  static final Color GRAY = new Color(Palette.GRAY);
  static final Color PALE = new Color(Palette.PALE);
  static final Color INK = new Color(Palette.INK);
  static final Color GRID = new Color(Palette.GRID);

  /** Letters on a color: a hair off paper and ink, which a dark page turns around. */
  static final Color WHITE_LETTERS = new Color(0xFDFDFD);

  /** Letters on a light color. */
  static final Color BLACK_LETTERS = new Color(0x111827);

  static final Font TITLE = new Font(FAMILY, Font.BOLD, 18);
  static final Font NARROW_TITLE = new Font(FAMILY, Font.BOLD, 14);
  static final Font SUBTITLE = new Font(FAMILY, Font.PLAIN, 12);
  static final Font LABEL = new Font(FAMILY, Font.PLAIN, 12);
  static final Font SMALL = new Font(FAMILY, Font.PLAIN, Picture.SMALLEST_LETTERS);

  static final Stroke LINE = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke DASHES =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);
  static final Stroke DOTS =
      new BasicStroke(
          1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, new float[] {1f, 4f}, 0f);
  static final Stroke OUTLINE = new BasicStroke(1.6f);
  static final Stroke HAIR = new BasicStroke(1f);

  private static final int PADDING = 16;
  private static final String NO_DATA = "No data";

  private ReportTheme() {}

  /** The color of the n-th line or kind of bar, from 0. */
  static Color color(int number) {
    return new Color(Palette.line(number));
  }

  /** A chart of a plot: title and subtitle at the left, a legend where one is needed. */
  static JFreeChart chart(String title, String subtitle, CategoryPlot plot, boolean hasLegend) {
    JFreeChart chart = page(title, subtitle, plot, hasLegend);
    plot(plot);
    if (plot.getRangeAxis().isVisible()) {
      return chart;
    }
    // Nothing to read off: no lines either.
    plot.setRangeGridlinesVisible(false);
    plot.setRangeZeroBaselineVisible(false);
    return chart;
  }

  /** A page around a plot of any kind: title and subtitle at the left, a legend if wanted. */
  static JFreeChart page(String title, String subtitle, Plot plot, boolean hasLegend) {
    JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(PADDING, PADDING, PADDING, PADDING));
    chart.setTitle(text(title, TITLE, INK, 2));
    if (!subtitle.isBlank()) {
      chart.addSubtitle(text(subtitle, SUBTITLE, GRAY, 8));
    }
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setNoDataMessage(NO_DATA);
    plot.setNoDataMessageFont(TITLE);
    plot.setNoDataMessagePaint(GRAY);
    if (hasLegend) {
      chart.addSubtitle(legend(plot));
    }
    return chart;
  }

  private static TextTitle text(String words, Font font, Color color, int below) {
    TextTitle title = new WrappedTitle(words, font);
    title.setPaint(color);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMargin(0, 0, below, 0);
    return title;
  }

  private static LegendTitle legend(LegendItemSource plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemFont(LABEL);
    legend.setItemPaint(INK);
    legend.setBackgroundPaint(Color.WHITE);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
    legend.setMargin(0, 0, 6, 0);
    return legend;
  }

  private static void plot(CategoryPlot plot) {
    plot.setShadowGenerator(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIR);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(GRAY);
    plot.setRangeZeroBaselineStroke(HAIR);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    for (int i = 0; i < plot.getDomainAxisCount(); i++) {
      category(plot.getDomainAxis(i));
    }
    // The theme of a chart stops at its first axis; a second one is ours to dress.
    for (int i = 0; i < plot.getRangeAxisCount(); i++) {
      axis(plot.getRangeAxis(i));
    }
  }

  /** Thin lines and gray letters for a plot of two axes of numbers. */
  static void numbers(XYPlot plot) {
    plot.setShadowGenerator(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIR);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(GRAY);
    plot.setRangeZeroBaselineStroke(HAIR);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    axis(plot.getDomainAxis());
    axis(plot.getRangeAxis());
  }

  private static void category(CategoryAxis axis) {
    axis(axis);
    axis.setTickLabelPaint(INK);
    axis.setCategoryMargin(0.3);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
  }

  private static void axis(Axis axis) {
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(LABEL);
    axis.setTickLabelPaint(GRAY);
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(GRAY);
    if (axis instanceof NumberAxis numbers) {
      numbers.setMinorTickMarksVisible(false);
    }
  }

  /** An entry of a legend that a plot does not make by itself: a shape and what it stands for. */
  static LegendItem legendItem(String words, Shape shape, Color fill, Color outline) {
    return new LegendItem(words, null, null, null, shape, fill, OUTLINE, outline);
  }

  /** Flat bars with small letters beside them. */
  static void bars(BarRenderer renderer) {
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setItemMargin(0.08);
    renderer.setMaximumBarWidth(0.09);
    renderer.setDefaultItemLabelFont(SMALL);
    renderer.setDefaultItemLabelPaint(INK);
    renderer.setDefaultItemLabelsVisible(true);
    for (int i = 0; i < Palette.lines(); i++) {
      renderer.setSeriesPaint(i, color(i));
    }
  }
}
