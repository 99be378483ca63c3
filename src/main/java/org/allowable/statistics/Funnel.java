package org.allowable.statistics;

/**
 * A funnel of rates that were made comparable, so that one picture is right for every physician.
 *
 * <p>The height of a point is the rate of all times observed over expected, as {@link
 * ObservedExpected} has them: for a physician of the usual mix the plain rate. Its place across is
 * the number of lines at the practice's own rate whose binomial variance is that of the ratio:
 * {@code expected^2 / variance * (1 - target) / target}. For a physician of the usual mix beside
 * very many peers that is the number of lines; harder lines leave more, and so does a physician
 * with a large share of all, who is part of the rate of all and draws it along. The limits depend
 * on the place across alone, so that a point is outside on the picture exactly if it is flagged.
 *
 * <p>In one group at rates up to a half a flag is at most as likely as the exact hypergeometric
 * chance says it may be; above a half it may come one count early.
 *
 * @param target the rate of all, above 0 and below 1: the center line
 * @param dispersion how many times the variance between physicians is that of chance; 1 or more
 */
public record Funnel(double target, double dispersion) {

  /** Checks the numbers. */
  public Funnel {
    if (!(target > 0 && target < 1) || !(dispersion >= 1)) {
      throw new IllegalArgumentException(
          "A funnel needs a rate between 0 and 1 and a dispersion of 1 or more");
    }
  }

  /** The place across. */
  public double comparableLines(ObservedExpected tally) {
    return comparableLines(tally.expected(), tally.variance(), target);
  }

  /**
   * The place across.
   *
   * @param expected as {@link ObservedExpected} has it
   * @param variance as {@link ObservedExpected} has it
   * @param target the rate of all, above 0 and below 1
   */
  public static double comparableLines(double expected, double variance, double target) {
    return expected * expected / variance * (1 - target) / target;
  }

  /** The target times observed over expected: the height. May be above 1. */
  public double standardizedRate(ObservedExpected tally) {
    return target * tally.ratio();
  }

  /**
   * The limits of the rate at a place across.
   *
   * @param lines comparable lines; above 0
   * @param level {@link Level#INNER} or {@link Level#OUTER}
   */
  public Interval limits(double lines, double level) {
    return FunnelLimits.of(lines, target, level, dispersion);
  }

  /** Where a physician lies. A point on a limit is within it. */
  public Position position(ObservedExpected tally) {
    double lines = comparableLines(tally);
    double rate = standardizedRate(tally);
    Interval outer = limits(lines, Level.OUTER);
    if (!outer.contains(rate)) {
      return rate > outer.high() ? Position.ABOVE_OUTER : Position.BELOW_OUTER;
    }
    Interval inner = limits(lines, Level.INNER);
    if (!inner.contains(rate)) {
      return rate > inner.high() ? Position.ABOVE_INNER : Position.BELOW_INNER;
    }
    return Position.WITHIN;
  }
}
