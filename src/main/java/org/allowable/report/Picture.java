package org.allowable.report;

/**
 * A chart as a picture.
 *
 * @param chart what it shows, for who draws it anew or reads its numbers
 * @param size how large it is drawn
 * @param png the file's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of a file: nobody compares them.
public record Picture(Chart chart, ChartSize size, byte[] png) {

  /** What it shows, for those who cannot see it. */
  public String altText() {
    return chart.title() + ". " + chart.description();
  }
}
