package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.allowable.report.Chart.Bar;
import org.jspecify.annotations.Nullable;

/** Puts the bars of a chart in order and keeps the largest. */
final class Ranking {

  private static final Comparator<Bar> BY_SIZE =
      Comparator.comparing(Ranking::size).reversed().thenComparing(Bar::label);
  private static final Comparator<Bar> BY_VALUE =
      Comparator.comparing(Ranking::valueOrZero).reversed().thenComparing(Bar::label);

  private Ranking() {}

  /**
   * The largest bars by value from high to low, or from low to high where none is above zero, so
   * that the longest comes first; then those not known, then "All other".
   *
   * @param isAdditive whether the rest may be added up; else it is left out
   */
  static List<Bar> largest(List<Bar> bars, boolean isAdditive) {
    return largest(bars, isAdditive, Chart.MOST_CATEGORIES);
  }

  /** The largest bars, so many at most. */
  static List<Bar> largest(List<Bar> bars, boolean isAdditive, int most) {
    List<Bar> bySize = bars.stream().sorted(BY_SIZE).toList();
    int kept = kept(bars.size(), isAdditive, most);
    List<Bar> shown = new ArrayList<>(bySize.subList(0, kept));
    boolean isBelowZero = shown.stream().allMatch(bar -> valueOrZero(bar).signum() <= 0);
    shown.sort(
        Comparator.comparing(Ranking::isUnknown).thenComparing(isBelowZero ? BY_SIZE : BY_VALUE));
    if (isAdditive && kept < bars.size()) {
      List<Bar> rest = bySize.subList(kept, bars.size());
      shown.add(new Bar(otherLabel(rest.size()), sum(rest)));
    }
    return List.copyOf(shown);
  }

  /** How many of so many categories are shown by name, where so many bars are drawn at most. */
  static int kept(int count, boolean isAdditive, int most) {
    if (count <= most) {
      return count;
    }
    return isAdditive ? most - 1 : most;
  }

  /** The name of what is added up. */
  static String otherLabel(int count) {
    return "All other (" + count + ")";
  }

  /** The sum of those known; null where none is. */
  static @Nullable BigDecimal sum(List<Bar> bars) {
    BigDecimal sum = null;
    for (Bar bar : bars) {
      BigDecimal value = bar.value();
      if (value != null) {
        sum = sum == null ? value : sum.add(value);
      }
    }
    return sum;
  }

  private static boolean isUnknown(Bar bar) {
    return bar.value() == null;
  }

  // For the order only: a bar that is not known is drawn as such, not as zero.
  private static BigDecimal valueOrZero(Bar bar) {
    BigDecimal value = bar.value();
    return value == null ? BigDecimal.ZERO : value;
  }

  private static BigDecimal size(Bar bar) {
    return valueOrZero(bar).abs();
  }
}
