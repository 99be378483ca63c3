package org.allowable.report.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<T> bySize = new ArrayList<>(rows);
    bySize.sort(Comparator.comparingLong(lines));
    int count = 0;
    long sum = 0;
    while (count < bySize.size() && lines.applyAsLong(bySize.get(count)) < limit) {
      sum += lines.applyAsLong(bySize.get(count));
      count++;
    }
    while (count > 0 && count < bySize.size() && (count == 1 || sum < limit)) {
      sum += lines.applyAsLong(bySize.get(count));
      count++;
    }
    List<T> together = bySize.subList(0, count);
    // Rows may be equal: what stays is found by identity.
    List<T> shown =
        rows.stream().filter(row -> together.stream().noneMatch(one -> one == row)).toList();
    return new SmallNumbers<>(shown, together);
  }
}
