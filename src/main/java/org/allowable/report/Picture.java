package org.allowable.report;

import org.jspecify.annotations.Nullable;

/**
 * A chart on a sheet: drawn as a picture, or by Excel from cells where it has such a chart.
 *
 * @param chart what it shows, for who draws it anew or reads its numbers
 * @param size how large it is drawn
 * @param drawing makes the picture's file when one is asked for
 * @param live what the workbook shows in its place where the numbers follow cells; null where they
 *     stand
 */
public record Picture(Chart chart, ChartSize size, Drawing drawing, @Nullable LiveChart live) {

  /** The size of the smallest letters of a chart, in pixels of 1/96 inch. */
  public static final int SMALLEST_LETTERS = 11;

  /** What is smaller on paper is not read, in points. */
  public static final double LEAST_POINTS = 8;

  /** Makes a picture's file. */
  public interface Drawing {

    /**
     * A PNG file's bytes.
     *
     * @param letters how many times as large as usual letters are
     */
    byte[] png(ChartSize size, double letters);
  }

  /**
   * A chart whose numbers follow cells that the reader may change.
   *
   * @param chart of the same numbers, with a title that holds whatever they become
   * @param cells its numbers, some of them computed: first the categories, then what is drawn, then
   *     what these are computed from
   */
  public record LiveChart(Chart chart, TableBlock cells) {}

  /** The same chart, whose numbers in the workbook follow its cells. */
  public Picture following(Chart inWorkbook, TableBlock cells) {
    return new Picture(chart, size, drawing, new LiveChart(inWorkbook, cells));
  }

  /** The same chart, drawn with less or more height in the same width. */
  public Picture asHighAs(int height) {
    return new Picture(chart, new ChartSize(size.width(), height), drawing, live);
  }

  /** The chart as the workbook draws it. */
  public Chart inWorkbook() {
    return live == null ? chart : live.chart();
  }

  /** The cells that the workbook's chart reads: first the categories, then what is drawn. */
  public TableBlock cells() {
    return live == null ? ChartTable.of(chart) : live.cells();
  }

  /**
   * A PNG file's bytes, drawn now: no letter has less than {@link #LEAST_POINTS} on paper.
   *
   * @param printedWidth how wide it stands on paper, in points
   */
  public byte[] png(double printedWidth) {
    double smallest = SMALLEST_LETTERS * printedWidth / size.width();
    return drawing.png(size, Math.max(1, LEAST_POINTS / smallest));
  }

  /** What it shows, for those who cannot see it. */
  public String altText() {
    return inWorkbook().title() + ". " + inWorkbook().description();
  }
}
