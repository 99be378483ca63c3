package org.allowable.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Physicians against their peers, line by line, the slow and obvious way. */
public final class PeerComparison {

  private final Map<String, Map<String, long[]>> lines = new TreeMap<>();

  /**
   * What one physician's lines came to.
   *
   * @param lines that a peer has too
   * @param observed of these, denied
   * @param expected of these, at the peers' rates
   * @param basis on how many of the peers' denied lines the expected rest
   * @param alike of these, if all were denied alike
   * @param variance of observed by chance, given how many of all were denied
   */
  public record Sum(
      long lines, long observed, double expected, double basis, double alike, double variance) {

    /** As the funnel takes it; null where all are denied alike. */
    public @Nullable ObservedExpected tally() {
      return variance > 0 ? new ObservedExpected(lines, observed, alike, variance) : null;
    }
  }

  /** Adds a line of a physician in a group of lines that are compared with each other. */
  public void add(String physician, String group, boolean isDenied) {
    long[] counts =
        lines
            .computeIfAbsent(physician, p -> new TreeMap<>())
            .computeIfAbsent(group, g -> new long[2]);
    counts[0]++;
    counts[1] += isDenied ? 1 : 0;
  }

  /** Every physician's sums. */
  public Map<String, Sum> sums() {
    Map<String, Sum> sums = new TreeMap<>();
    lines.keySet().forEach(physician -> sums.put(physician, sum(physician)));
    return sums;
  }

  private Sum sum(String physician) {
    long compared = 0;
    long observed = 0;
    double expected = 0;
    double expectedVariance = 0;
    double alike = 0;
    double variance = 0;
    for (Map.Entry<String, long[]> own : lines.getOrDefault(physician, Map.of()).entrySet()) {
      long[] others = others(physician, own.getKey());
      if (others[0] == 0) {
        continue;
      }
      long n = own.getValue()[0];
      double all = (double) (own.getValue()[1] + others[1]) / (n + others[0]);
      compared += n;
      observed += own.getValue()[1];
      expected += n * ((double) others[1] / others[0]);
      expectedVariance += others[1] * Math.pow((double) n / others[0], 2);
      alike += n * all;
      variance += n * all * (1 - all) * others[0] / (n + others[0] - 1);
    }
    double basis = expected > 0 ? expected * expected / expectedVariance : 0;
    return new Sum(compared, observed, expected, basis, alike, variance);
  }

  private long[] others(String physician, String group) {
    long[] others = new long[2];
    lines.forEach(
        (other, groups) -> {
          if (!other.equals(physician) && groups.containsKey(group)) {
            others[0] += groups.get(group)[0];
            others[1] += groups.get(group)[1];
          }
        });
    return others;
  }

  /** The funnel of all. */
  public Funnel funnel(NamingRule rule) {
    long compared = 0;
    long observed = 0;
    List<Double> scores = new ArrayList<>();
    for (Sum sum : sums().values()) {
      compared += sum.lines();
      observed += sum.observed();
      ObservedExpected tally = sum.tally();
      if (tally != null && rule.hasEnough(tally)) {
        scores.add(tally.score());
      }
    }
    return new Funnel((double) observed / compared, Dispersion.of(scores).factor());
  }

  /** Those whom a rule names. */
  public List<String> named(NamingRule rule) {
    Funnel funnel = funnel(rule);
    List<String> named = new ArrayList<>();
    sums()
        .forEach(
            (physician, sum) -> {
              ObservedExpected tally = sum.tally();
              if (tally != null && rule.names(funnel, tally)) {
                named.add(physician);
              }
            });
    return named;
  }
}
