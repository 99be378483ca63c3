package org.allowable.report.chart;

import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Markers of lines: a second way to tell them apart besides color. */
final class Shapes {

  /** Points to where numbers are higher. */
  static final Shape RIGHT = new Polygon(new int[] {-5, 6, -5}, new int[] {-6, 0, 6}, 3);

  /** Points to where numbers are lower. */
  static final Shape LEFT = new Polygon(new int[] {5, -6, 5}, new int[] {-6, 0, 6}, 3);

  /** Above something. */
  static final Shape UP = new Polygon(new int[] {-4, 4, 0}, new int[] {3, 3, -4}, 3);

  /** Below something. */
  static final Shape DOWN = new Polygon(new int[] {-4, 4, 0}, new int[] {-3, -3, 4}, 3);

  private Shapes() {}

  /** The marker of the n-th line, from 0. */
  static Shape of(int number) {
    return switch (number % 4) {
      case 0 -> new Ellipse2D.Double(-4, -4, 8, 8);
      case 1 -> new Rectangle2D.Double(-3.5, -3.5, 7, 7);
      case 2 -> new Polygon(new int[] {-5, 5, 0}, new int[] {4, 4, -5}, 3);
      default -> new Polygon(new int[] {-5, 0, 5, 0}, new int[] {0, -5, 0, 5}, 4);
    };
  }
}
