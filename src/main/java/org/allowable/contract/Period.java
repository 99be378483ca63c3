package org.allowable.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which something holds.
 *
 * @param from first day
 * @param to last day; null while it holds
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

  /** Whether some day is in both. */
  boolean overlaps(Period other) {
    return !other.isBefore(from) && !isBefore(other.from);
  }

  /** Whether every day of the other is in this one. */
  boolean contains(Period other) {
    return !other.from.isBefore(from)
        && (to == null || (other.to != null && !other.to.isAfter(to)));
  }

  /** Whether a day is in it. */
  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !isBefore(day);
  }

  /** Whether it has ended before a day. */
  boolean isBefore(LocalDate day) {
    return to != null && to.isBefore(day);
  }

  /** The first day that is in both of two that overlap. */
  LocalDate firstShared(Period other) {
    return from.isAfter(other.from) ? from : other.from;
  }
}
