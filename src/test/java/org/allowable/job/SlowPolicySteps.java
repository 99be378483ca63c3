package org.allowable.job;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Steps of answers by looking at each patient of each month, with Fisher's chance as a whole
 * fraction.
 */
final class SlowPolicySteps {

  private static final int LEAST_PATIENTS = 5;
  private static final double LEAST_STEP = 0.10;
  private static final double LEVEL = 0.05;

  /** A series, an answer and the month from which on it comes at another rate. */
  record Step(String series, String answer, String month) {}

  /** Of each patient, in months of this series, whether the month's first line had the answer. */
  private record Patients(List<YearMonth> months, Map<Long, Map<YearMonth, Boolean>> answers) {

    // Patients of each month by itself: with the answer, and all.
    int[] ofMonths(int from, int to) {
      int[] counts = new int[2];
      for (Map<YearMonth, Boolean> patient : answers.values()) {
        months.subList(from, to).stream()
            .filter(patient::containsKey)
            .forEach(
                month -> {
                  counts[0] += Boolean.TRUE.equals(patient.get(month)) ? 1 : 0;
                  counts[1]++;
                });
      }
      return counts;
    }

    double rate(int from, int to) {
      int[] counts = ofMonths(from, to);
      return (double) counts[0] / counts[1];
    }

    // Each patient once, by the month nearest to the split.
    int[] once(int from, int to, boolean isLast) {
      int[] counts = new int[2];
      for (Map<YearMonth, Boolean> patient : answers.values()) {
        List<YearMonth> own =
            months.subList(from, to).stream().filter(patient::containsKey).toList();
        if (!own.isEmpty()) {
          YearMonth nearest = own.get(isLast ? own.size() - 1 : 0);
          counts[0] += Boolean.TRUE.equals(patient.get(nearest)) ? 1 : 0;
          counts[1]++;
        }
      }
      return counts;
    }
  }

  private SlowPolicySteps() {}

  static Set<Step> of(List<PolicyHistory.Claim> claims) {
    Map<String, List<PolicyHistory.Claim>> bySeries = new TreeMap<>();
    for (PolicyHistory.Claim claim : inOrder(claims)) {
      bySeries.computeIfAbsent(claim.series(), s -> new ArrayList<>()).add(claim);
    }
    Map<String, Patients> looked = new TreeMap<>();
    bySeries.forEach(
        (series, own) -> {
          Set<String> answers = new TreeSet<>();
          own.stream()
              .map(PolicyHistory.Claim::answer)
              .filter(Objects::nonNull)
              .forEach(answers::add);
          for (String answer : answers) {
            Patients patients = patients(own, answer);
            int[] all = patients.ofMonths(0, patients.months.size());
            if (all[0] >= LEAST_PATIENTS && all[0] < all[1]) {
              looked.put(series + " " + answer, patients);
            }
          }
        });
    int looks = looked.values().stream().mapToInt(patients -> patients.months.size() - 1).sum();
    Set<Step> steps = new HashSet<>();
    looked.forEach((key, patients) -> best(key, patients, looks, steps));
    return steps;
  }

  private static List<PolicyHistory.Claim> inOrder(List<PolicyHistory.Claim> claims) {
    return claims.stream()
        .sorted(
            Comparator.comparing(PolicyHistory.Claim::day)
                .thenComparing(PolicyHistory.Claim::number))
        .toList();
  }

  private static Patients patients(List<PolicyHistory.Claim> lines, String answer) {
    Map<Long, Map<YearMonth, Boolean>> answers = new TreeMap<>();
    lines.forEach(
        line ->
            answers
                .computeIfAbsent(line.patient(), p -> new HashMap<>())
                .putIfAbsent(line.month(), answer.equals(line.answer())));
    return new Patients(
        lines.stream().map(PolicyHistory.Claim::month).distinct().sorted().toList(), answers);
  }

  private static void best(String key, Patients patients, int looks, Set<Step> steps) {
    double least = LEVEL;
    int best = -1;
    int size = patients.months.size();
    for (int split = 1; split < size; split++) {
      double before = patients.rate(0, split);
      double after = patients.rate(split, size);
      int[] earlier = patients.once(0, split, true);
      int[] later = patients.once(split, size, false);
      double chance = looks * fisher(earlier[0], earlier[1], later[0], later[1]);
      if (Math.abs(after - before) >= LEAST_STEP - 1e-10
          && (best < 0 ? chance <= least : chance < least)
          && stays(patients, split, before, after)) {
        least = chance;
        best = split;
      }
    }
    if (best >= 0) {
      steps.add(
          new Step(
              key.substring(0, key.lastIndexOf(' ')),
              key.substring(key.lastIndexOf(' ') + 1),
              patients.months.get(best).toString()));
    }
  }

  private static boolean stays(Patients patients, int split, double before, double after) {
    double middle = (before + after) / 2;
    int size = patients.months.size();
    int half = split / 2;
    int laterHalf = split + (size - split) / 2;
    boolean rises = after > before;
    return (half == 0 || isOn(patients.rate(0, half), middle, !rises))
        && isOn(patients.rate(half, split), middle, !rises)
        && (laterHalf == split || isOn(patients.rate(split, laterHalf), middle, rises))
        && isOn(patients.rate(laterHalf, size), middle, rises);
  }

  private static boolean isOn(double rate, double middle, boolean isHigh) {
    return isHigh ? rate > middle + 1e-9 : rate < middle - 1e-9;
  }

  private static double fisher(int count, int lines, int otherCount, int otherLines) {
    int all = count + otherCount;
    BigInteger lower = BigInteger.ZERO;
    BigInteger upper = BigInteger.ZERO;
    int first = Math.max(0, all - otherLines);
    BigInteger ways = choose(lines, first).multiply(choose(otherLines, all - first));
    for (int i = first; i <= Math.min(lines, all); i++) {
      lower = i <= count ? lower.add(ways) : lower;
      upper = i >= count ? upper.add(ways) : upper;
      // Of the next count from this one's, so that no product is made twice.
      ways =
          ways.multiply(BigInteger.valueOf((long) (lines - i) * (all - i)))
              .divide(BigInteger.valueOf((long) (i + 1) * (otherLines - all + i + 1)));
    }
    BigDecimal tail =
        new BigDecimal(lower.min(upper).shiftLeft(1))
            .divide(new BigDecimal(choose(lines + otherLines, all)), MathContext.DECIMAL64);
    return Math.min(1, tail.doubleValue());
  }

  private static BigInteger choose(int of, int count) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= count; i++) {
      ways = ways.multiply(BigInteger.valueOf(of - count + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }
}
