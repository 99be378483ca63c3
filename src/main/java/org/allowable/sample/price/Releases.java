package org.allowable.sample.price;

import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which release of a yearly table holds on a day. */
final class Releases {

  private final TreeMap<LocalDate, String> byStart = new TreeMap<>();

  void add(String release, LocalDate effectiveFrom) {
    byStart.put(effectiveFrom, release);
  }

  /**
   * The day's release: of the same calendar year the latest that has started, else the year's
   * earliest that starts later.
   *
   * @return null if the year has no release
   */
  @Nullable String on(LocalDate date) {
    LocalDate latest = byStart.floorKey(date);
    if (latest != null && latest.getYear() == date.getYear()) {
      return byStart.get(latest);
    }
    LocalDate next = byStart.higherKey(date);
    return next != null && next.getYear() == date.getYear() ? byStart.get(next) : null;
  }
}
