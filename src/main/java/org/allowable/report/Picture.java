package org.allowable.report;

import java.util.function.Supplier;
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
public record Picture(
    Chart chart, ChartSize size, Supplier<byte[]> drawing, @Nullable LiveChart live) {

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

  /** The chart as the workbook draws it. */
  public Chart inWorkbook() {
    return live == null ? chart : live.chart();
  }

  /** The cells that the workbook's chart reads: first the categories, then what is drawn. */
  public TableBlock cells() {
    return live == null ? ChartTable.of(chart) : live.cells();
  }

  /** A PNG file's bytes, drawn now. */
  public byte[] png() {
    return drawing.get();
  }

  /** What it shows, for those who cannot see it. */
  public String altText() {
    return inWorkbook().title() + ". " + inWorkbook().description();
  }
}
