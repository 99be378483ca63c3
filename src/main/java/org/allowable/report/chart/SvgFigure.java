package org.allowable.report.chart;

/**
 * A chart for a page. Neutral colors carry classes ({@code fill-ink}, {@code stroke-grid} and the
 * like), so that the page's own colors may stand in their place.
 *
 * @param title the finding
 * @param subtitle what it is about, and what of it is drawn; may be empty
 * @param svg the drawing without these two; it names and describes itself
 */
public record SvgFigure(String title, String subtitle, String svg) {}
