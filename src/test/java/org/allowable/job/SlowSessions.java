package org.allowable.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a limit says of a session, worked out day by day: slow, and plain to see. */
final class SlowSessions {

  /** A limit as a row of the policy table, with the regions of its codes. */
  record Limit(
      String policy,
      String name,
      boolean isInjections,
      int months,
      int days,
      int cap,
      int gapDays,
      boolean isAnyRegion) {

    String region(String code) {
      return isAnyRegion ? "any" : code.equals("62321") ? "cervical_thoracic" : "lumbar_sacral";
    }

    /** Whether a day is in the window that ends on another. */
    boolean holds(LocalDate day, LocalDate end) {
      LocalDate outside = days > 0 ? end.minusDays(days) : end.minusMonths(months);
      return day.isAfter(outside) && !day.isAfter(end);
    }
  }

  private SlowSessions() {}

  /** One line a limit and session of a patient, to be compared as text. */
  static Set<String> answers(List<SessionHistory.Line> lines, Limit limit, String ownPayer) {
    Set<String> answers = new TreeSet<>();
    for (SessionHistory.Line line : lines) {
      if (line.counts() && line.payer().equals(ownPayer)) {
        String region = limit.region(line.code());
        List<SessionHistory.Line> ofRegion =
            lines.stream()
                .filter(l -> l.counts() && l.patient().equals(line.patient()))
                .filter(l -> limit.region(l.code()).equals(region))
                .toList();
        answers.add(
            String.join(
                " ",
                line.patient(),
                limit.policy(),
                region,
                limit.name(),
                line.date().toString(),
                answer(ofRegion, limit, line.date(), ownPayer)));
      }
    }
    return answers;
  }

  private static String answer(
      List<SessionHistory.Line> lines, Limit limit, LocalDate day, String payer) {
    int own = count(lines, limit, l -> l.date().equals(day));
    int before = count(lines, limit, l -> l.date().isBefore(day) && limit.holds(l.date(), day));
    TreeSet<LocalDate> paid =
        lines.stream()
            .filter(l -> l.isPaid() && l.payer().equals(payer))
            .map(SessionHistory.Line::date)
            .collect(Collectors.toCollection(TreeSet::new));
    int paidBefore =
        count(
            lines,
            limit,
            l -> l.date().isBefore(day) && limit.holds(l.date(), day) && paid.contains(l.date()));
    return "%d %d %d next %s".formatted(own, before, paidBefore, next(lines, limit, day));
  }

  private static int count(
      List<SessionHistory.Line> lines, Limit limit, Predicate<SessionHistory.Line> which) {
    TreeMap<LocalDate, Integer> units = new TreeMap<>();
    lines.stream().filter(which).forEach(l -> units.merge(l.date(), l.units(), Integer::sum));
    return limit.isInjections()
        ? units.values().stream().mapToInt(Integer::intValue).sum()
        : units.size();
  }

  // The first day after on which one more would not be too many.
  private static LocalDate next(List<SessionHistory.Line> lines, Limit limit, LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (isFull(lines, limit, day, next) || next.isBefore(day.plusDays(limit.gapDays()))) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static boolean isFull(
      List<SessionHistory.Line> lines, Limit limit, LocalDate known, LocalDate asked) {
    return count(lines, limit, l -> !l.date().isAfter(known) && limit.holds(l.date(), asked)) + 1
        > limit.cap();
  }
}
