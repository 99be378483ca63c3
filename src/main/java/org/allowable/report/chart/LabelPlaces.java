package org.allowable.report.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/** Where the words of a mark stand beside it. */
final class LabelPlaces {

  private static final double GAP = 9;
  // What a mark takes to each side of its middle.
  private static final double MARK = 6;

  private LabelPlaces() {}

  /**
   * The place on which the fewest marks lie, and which is within the drawing: to the right of a
   * mark, else to its left, above or below it.
   *
   * @param x middle of the mark
   * @param y middle of the mark
   * @param width of the words
   * @param height of the words
   * @param area of the drawing
   * @param marks middles of all marks, also its own
   */
  static Rectangle2D free(
      double x, double y, double width, double height, Rectangle2D area, List<Point2D> marks) {
    double right = x + GAP;
    double left = x - GAP - width;
    double over = y - GAP - height;
    double under = y + GAP;
    double middle = x - width / 2;
    return List.of(
            at(right, y - height / 2, width, height),
            at(left, y - height / 2, width, height),
            at(middle, over, width, height),
            at(middle, under, width, height),
            at(right, over, width, height),
            at(left, over, width, height),
            at(right, under, width, height),
            at(left, under, width, height))
        .stream()
        .min(
            Comparator.comparing((Rectangle2D place) -> !area.contains(place))
                .thenComparing(place -> covered(place, marks)))
        .orElseThrow();
  }

  private static Rectangle2D at(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private static long covered(Rectangle2D place, List<Point2D> marks) {
    return marks.stream()
        .filter(
            mark -> place.intersects(mark.getX() - MARK, mark.getY() - MARK, 2 * MARK, 2 * MARK))
        .count();
  }
}
