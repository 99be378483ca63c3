package org.allowable.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rate over months with the limits of chance around a center (a p-chart with exact limits).
 *
 * @param months from first to last
 * @param center the rate that the months are held against, 0..1: that of the time before, or of all
 * @param dispersion how many times the variance is that of chance; 1 or more
 */
public record ControlChart(List<Month> months, double center, double dispersion) {

  /**
   * A month.
   *
   * @param denied how many lines were
   * @param lines of how many; 0 is a month without a rate, which neither makes a run nor ends one
   */
  public record Month(long denied, long lines) {

    /** Checks the numbers. */
    public Month {
      if (denied < 0 || denied > lines) {
        throw new IllegalArgumentException("Denied lines are 0 to the number of lines");
      }
    }

    /** The rate; null where there are no lines. */
    public @Nullable Double rate() {
      return lines == 0 ? null : (double) denied / lines;
    }
  }

  /** Keeps its own list. */
  public ControlChart {
    months = List.copyOf(months);
    if (!(center >= 0 && center <= 1) || !(dispersion >= 1)) {
      throw new IllegalArgumentException("A center is 0 to 1 and a dispersion 1 or more");
    }
  }

  /**
   * The limits of a month's rate, as wide as three standard deviations.
   *
   * @return null where there are no lines
   */
  public @Nullable Interval limits(Month month) {
    return month.lines() == 0
        ? null
        : FunnelLimits.of((double) month.lines(), center, Level.THREE_SIGMA, dispersion);
  }

  /**
   * The months at which a rule holds, counted from 0: for a run, every month of it.
   *
   * @return rules that hold nowhere are left out; none where the center is 0, around which chance
   *     leaves no room at all
   */
  public Map<RunRule, List<Integer>> signals() {
    if (center == 0) {
      return Map.of();
    }
    List<Integer> places = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Double rate = months.get(i).rate();
      if (rate != null) {
        places.add(i);
        rates.add(rate);
      }
    }
    Map<RunRule, List<Integer>> signals = new EnumMap<>(RunRule.class);
    add(signals, RunRule.OUTSIDE, outside());
    add(signals, RunRule.ONE_SIDE, runs(places, sides(rates), RunRule.ONE_SIDE.points()));
    add(signals, RunRule.DRIFT, drifts(places, rates));
    return signals;
  }

  private static void add(Map<RunRule, List<Integer>> signals, RunRule rule, List<Integer> at) {
    if (!at.isEmpty()) {
      signals.put(rule, at);
    }
  }

  private List<Integer> outside() {
    List<Integer> outside = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Interval limits = limits(months.get(i));
      Double rate = months.get(i).rate();
      if (limits != null && rate != null && !limits.contains(rate)) {
        outside.add(i);
      }
    }
    return outside;
  }

  private List<Integer> sides(List<Double> rates) {
    return rates.stream().map(rate -> Double.compare(rate, center)).toList();
  }

  // A drift of six points is five steps one way; the point before the first step belongs to it.
  private static List<Integer> drifts(List<Integer> places, List<Double> rates) {
    List<Integer> steps = new ArrayList<>();
    for (int i = 1; i < rates.size(); i++) {
      steps.add(Double.compare(rates.get(i), rates.get(i - 1)));
    }
    List<Integer> drift = new ArrayList<>();
    for (int[] run : longRuns(steps, RunRule.DRIFT.points() - 1)) {
      drift.addAll(places.subList(run[0], run[1] + 1));
    }
    return drift.stream().distinct().toList();
  }

  private static List<Integer> runs(List<Integer> places, List<Integer> signs, int least) {
    List<Integer> found = new ArrayList<>();
    longRuns(signs, least).forEach(run -> found.addAll(places.subList(run[0], run[1])));
    return found;
  }

  // First and one past last of every run of one sign that is long enough; 0 ends a run.
  private static List<int[]> longRuns(List<Integer> signs, int least) {
    List<int[]> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= signs.size(); i++) {
      if (i == signs.size() || !signs.get(i).equals(signs.get(start))) {
        if (i - start >= least && signs.get(start) != 0) {
          runs.add(new int[] {start, i});
        }
        start = i;
      }
    }
    return runs;
  }
}
