package org.allowable.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Picture;
import org.jfree.chart.JFreeChart;

/** Writes charts as pictures. The same chart makes the same bytes on one machine. */
public final class ChartWriter {

  /** Pixels of the picture for one of the drawing: sharp in print and on fine screens. */
  private static final int SCALE = 2;

  static {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private ChartWriter() {}

  /**
   * Writes a PNG as wide as a page, over an old one.
   *
   * @throws IOException if the file cannot be written
   */
  public static void writePng(Chart chart, Path file) throws IOException {
    writePng(chart, ChartSize.FULL, file);
  }

  /**
   * Writes a PNG of another size, over an old one.
   *
   * @throws IOException if the file cannot be written
   */
  public static void writePng(Chart chart, ChartSize size, Path file) throws IOException {
    Files.write(file, png(chart, size));
  }

  /**
   * Writes an SVG with title and description, over an old one.
   *
   * @throws IOException if the file cannot be written
   */
  public static void writeSvg(Chart chart, Path file) throws IOException {
    writeSvg(chart, ChartSize.FULL, file);
  }

  /**
   * Writes an SVG of another size, over an old one.
   *
   * @throws IOException if the file cannot be written
   */
  public static void writeSvg(Chart chart, ChartSize size, Path file) throws IOException {
    SvgDrawing.write(chart, size, file);
  }

  /**
   * An SVG to put into a page.
   *
   * @param name unique on the page: lower-case letters, digits and hyphens
   */
  public static SvgFigure figure(Chart chart, ChartSize size, String name) {
    return SvgDrawing.figure(chart, size, name);
  }

  /** A PNG as wide as a page. */
  public static byte[] png(Chart chart) {
    return png(chart, ChartSize.FULL);
  }

  /** A PNG of another size. */
  public static byte[] png(Chart chart, ChartSize size) {
    return png(chart, size, 1);
  }

  private static byte[] png(Chart chart, ChartSize size, double letters) {
    ChartSize drawn = size.withLetters(letters);
    int width = size.width() * SCALE;
    int height = size.height() * SCALE;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale((double) width / drawn.width(), (double) height / drawn.height());
      draw(ChartDrawing.of(chart, drawn), graphics, drawn);
    } finally {
      graphics.dispose();
    }
    return PngFile.bytes(image, SCALE);
  }

  /** A PNG to put on a sheet. */
  public static Picture picture(Chart chart, ChartSize size) {
    return new Picture(chart, size, (room, letters) -> png(chart, room, letters), null);
  }

  /** Draws with smooth letters and lines. */
  static void draw(JFreeChart drawing, Graphics2D graphics, ChartSize size) {
    drawing.setTextAntiAlias(true);
    drawing.setAntiAlias(true);
    drawing
        .getRenderingHints()
        .put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing
        .getRenderingHints()
        .put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    drawing.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
  }
}
