package org.allowable.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A practice whose physicians have lines of several payers and codes, each with its own rate, in a
 * mix of their own.
 */
final class InventedPhysicians {

  private static final double[] RATES = {0.02, 0.04, 0.07, 0.10, 0.16, 0.25};

  private final long[][] lines;
  private final long[][] denied;

  /**
   * Invents a practice.
   *
   * @param sizes lines of each physician
   * @param times by how much each physician's true rates exceed the usual
   */
  InventedPhysicians(int[] sizes, double[] times, long seed) {
    Random random = new Random(seed);
    lines = new long[sizes.length][RATES.length];
    denied = new long[sizes.length][RATES.length];
    for (int physician = 0; physician < sizes.length; physician++) {
      // The larger draws of two lean to one end: mixes differ.
      boolean isHard = random.nextBoolean();
      for (int line = 0; line < sizes[physician]; line++) {
        int one = random.nextInt(RATES.length);
        int other = random.nextInt(RATES.length);
        int stratum = isHard ? Math.max(one, other) : Math.min(one, other);
        lines[physician][stratum]++;
        if (random.nextDouble() < Math.min(1, RATES[stratum] * times[physician])) {
          denied[physician][stratum]++;
        }
      }
    }
  }

  /** Each physician's numbers, the expected ones from the rates of all. */
  List<ObservedExpected> tallies() {
    List<ObservedExpected> tallies = new ArrayList<>();
    for (int physician = 0; physician < lines.length; physician++) {
      double expected = 0;
      double variance = 0;
      long compared = 0;
      long observed = 0;
      for (int stratum = 0; stratum < RATES.length; stratum++) {
        long own = lines[physician][stratum];
        long peers = of(lines, stratum) - own;
        if (peers == 0 || own == 0) {
          continue;
        }
        double rate = (double) of(denied, stratum) / of(lines, stratum);
        expected += own * rate;
        variance += own * rate * (1 - rate) * peers / (own + peers - 1);
        compared += own;
        observed += denied[physician][stratum];
      }
      tallies.add(new ObservedExpected(compared, observed, expected, variance));
    }
    return tallies;
  }

  long totalLines() {
    long total = 0;
    for (long[] physician : lines) {
      total += sum(physician);
    }
    return total;
  }

  /** The funnel, widened where physicians differ more than chance. */
  Funnel funnel() {
    List<ObservedExpected> tallies = tallies();
    long total = totalLines();
    double target = tallies.stream().mapToLong(ObservedExpected::observed).sum() / (double) total;
    List<Double> scores =
        tallies.stream().filter(NamingRule.USUAL::hasEnough).map(ObservedExpected::score).toList();
    return new Funnel(target, Dispersion.of(scores).factor());
  }

  /** The places of those who are named. */
  List<Integer> named() {
    Funnel funnel = funnel();
    List<ObservedExpected> tallies = tallies();
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      if (NamingRule.USUAL.names(funnel, tallies.get(i))) {
        named.add(i);
      }
    }
    return named;
  }

  private static long of(long[][] all, int stratum) {
    long sum = 0;
    for (long[] physician : all) {
      sum += physician[stratum];
    }
    return sum;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
