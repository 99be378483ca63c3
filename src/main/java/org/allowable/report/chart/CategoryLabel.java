package org.allowable.report.chart;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A category on an axis: its place keeps it apart from another whose label was cut to the same.
 *
 * @param place from 0
 * @param text as shown
 */
record CategoryLabel(int place, String text) implements Comparable<CategoryLabel> {

  /** A category, cut to a length and marked where its number is not known. */
  static CategoryLabel of(int place, String label, @Nullable BigDecimal value, int characters) {
    String ending = value == null ? " (not known)" : "";
    return new CategoryLabel(place, cut(label.strip(), characters - ending.length()) + ending);
  }

  /** The text, with an ellipsis for what is too long. */
  static String cut(String text, int characters) {
    int length = text.codePointCount(0, text.length());
    if (length <= characters) {
      return text;
    }
    int end = text.offsetByCodePoints(0, Math.max(0, characters - 1));
    return text.substring(0, end).stripTrailing() + "\u2026";
  }

  @Override
  public int compareTo(CategoryLabel other) {
    return Integer.compare(place, other.place);
  }

  /** What the axis prints. */
  @Override
  public String toString() {
    return text;
  }
}
