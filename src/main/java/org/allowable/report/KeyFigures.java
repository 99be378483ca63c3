package org.allowable.report;

import java.util.List;

/**
 * A strip of headline numbers.
 *
 * @param figures left to right; more than six go to a second strip
 */
public record KeyFigures(List<KeyFigure> figures) implements Block {

  /** Keeps its own list. */
  public KeyFigures {
    figures = List.copyOf(figures);
  }

  /** A strip of these. */
  public static KeyFigures of(KeyFigure... figures) {
    return new KeyFigures(List.of(figures));
  }
}
