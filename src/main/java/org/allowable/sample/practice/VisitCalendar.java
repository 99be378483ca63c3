package org.allowable.sample.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * On which day a visit is. Days fill one after the other; how many lines a day should bring the
 * history to follows from its weight, so that the wanted number of lines is met exactly.
 */
public final class VisitCalendar {

  private final LocalDate first;
  private final LocalDate last;
  private final long[] cumulativeWeights;
  private final long[] firstVisits;
  private int openDays;

  /**
   * A calendar of which no day is open.
   *
   * @param through the last month
   * @param months how many, at least 1
   */
  public VisitCalendar(YearMonth through, int months) {
    first = through.minusMonths(months - 1L).atDay(1);
    last = through.atEndOfMonth();
    int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
    cumulativeWeights = new long[days];
    firstVisits = new long[days];
    long sum = 0;
    for (int day = 0; day < days; day++) {
      sum += weight(first.plusDays(day));
      cumulativeWeights[day] = sum;
    }
  }

  // Closed at weekends; quieter in July and around the turn of the year.
  private static int weight(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return 0;
    }
    return switch (date.getMonth()) {
      case JULY -> 88;
      case DECEMBER -> 85;
      case JANUARY -> 94;
      default -> 100;
    };
  }

  /** The first day of the history. */
  public LocalDate first() {
    return first;
  }

  /** The last day of the history: nothing is known of what came after. */
  public LocalDate last() {
    return last;
  }

  /** How many of so many lines should be there when a day ends. */
  public long linesBy(LocalDate date, long lines) {
    int day = Math.toIntExact(date.toEpochDay() - first.toEpochDay());
    return Math.multiplyExact(lines, cumulativeWeights[day])
        / cumulativeWeights[cumulativeWeights.length - 1];
  }

  /** Opens a day: visits from this number on are on it. */
  public void open(LocalDate date, long nextVisit) {
    openDays = Math.toIntExact(date.toEpochDay() - first.toEpochDay()) + 1;
    firstVisits[openDays - 1] = nextVisit;
  }

  /** The day of a visit whose day has been opened. */
  LocalDate date(long visit) {
    int low = Arrays.binarySearch(firstVisits, 0, openDays, visit);
    int day = low >= 0 ? low : -low - 2;
    // Days without visits begin with the same number as the day after; the last of them has it.
    while (day + 1 < openDays && firstVisits[day + 1] == visit) {
      day++;
    }
    return first.plusDays(day);
  }
}
