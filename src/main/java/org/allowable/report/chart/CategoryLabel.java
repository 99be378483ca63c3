package org.allowable.report.chart;

import java.math.BigDecimal;
import org.allowable.report.ShortName;
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
    return new CategoryLabel(place, ShortName.of(label, characters - ending.length()) + ending);
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
