package org.allowable.report.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Puts rows that stand for too few lines together, so that no row shown, and no difference between
 * the total and rows shown, stands for fewer than the limit.
 *
 * @param shown rows that may be shown as they are, in the order given
 * @param together rows that may be shown as one sum only; none, or two at least
 */
record SmallNumbers<T>(List<T> shown, List<T> together) {

  /** Keeps its own lists. */
  SmallNumbers {
    shown = List.copyOf(shown);
    together = List.copyOf(together);
  }

  /**
   * Parts rows. Where one row alone is too small, or the small ones together are, the next smallest
   * joins them: what is left of a total would give them away.
   *
   * @param limit the fewest lines that may be seen
   * @param lines how many lines a row stands for
   */
  static <T> SmallNumbers<T> of(List<T> rows, int limit, ToLongFunction<T> lines) {
    // Places, not rows: two rows may be equal.
    List<Integer> bySize = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      bySize.add(place);
    }
    ToLongFunction<Integer> count = place -> lines.applyAsLong(rows.get(place));
    bySize.sort(Comparator.comparingLong(count));
    int hidden = 0;
    long sum = 0;
    while (hidden < bySize.size()
        && isHidden(count.applyAsLong(bySize.get(hidden)), hidden, sum, limit)) {
      sum += count.applyAsLong(bySize.get(hidden));
      hidden++;
    }
    Set<Integer> places = new HashSet<>(bySize.subList(0, hidden));
    List<T> shown = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      if (!places.contains(place)) {
        shown.add(rows.get(place));
      }
    }
    List<T> together = bySize.subList(0, hidden).stream().map(rows::get).toList();
    return new SmallNumbers<>(shown, together);
  }

  // Small by itself, or needed so that those hidden before it cannot be told from a total.
  private static boolean isHidden(long lines, int hidden, long sum, int limit) {
    return lines < limit || hidden == 1 || (hidden > 0 && sum < limit);
  }
}
