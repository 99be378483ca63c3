package org.allowable.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What is still to happen, by day: not the things themselves but the numbers from which they are
 * made again, so that a long history fits in memory.
 */
final class Pending {

  // A claim has fewer events than this.
  private static final int EVENTS = 16;

  private static final class Numbers {
    private long[] values = new long[8];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size] = value;
      size++;
    }
  }

  private final TreeMap<LocalDate, Numbers> days = new TreeMap<>();

  /** An event of a visit's claim on a day. */
  void add(LocalDate date, long visit, int event) {
    if (event >= EVENTS) {
      throw new IllegalArgumentException("Too many events of one claim");
    }
    days.computeIfAbsent(date, day -> new Numbers()).add(visit * EVENTS + event);
  }

  /** The days on which something is pending, in order, up to and including a last one. */
  Iterable<LocalDate> daysThrough(LocalDate last) {
    return List.copyOf(days.headMap(last, true).keySet());
  }

  /** A day's events, in the order in which they were added. */
  long[] on(LocalDate date) {
    Numbers numbers = days.get(date);
    return numbers == null ? new long[0] : Arrays.copyOf(numbers.values, numbers.size);
  }

  /** Forgets a day. */
  void remove(LocalDate date) {
    days.remove(date);
  }

  static long visit(long number) {
    return number / EVENTS;
  }

  static int event(long number) {
    return (int) (number % EVENTS);
  }
}
