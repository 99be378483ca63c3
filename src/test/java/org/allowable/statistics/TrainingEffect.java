package org.allowable.statistics;

import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a rate changed after a training date by more than the peers' did: the difference of two
 * differences, {@code (after - before) - (peers after - peers before)}.
 *
 * <p>The interval combines the four rates' Wilson intervals by the method of variance estimates
 * recovery: the squared distances from each rate to that limit of it that matters are added up
 * (Newcombe, Statistics in Medicine 1998, method 10; Zou and Donner, Statistics in Medicine 2008).
 *
 * @param before the physician's lines before the date
 * @param after the physician's lines from the date on
 * @param peersBefore the peers' lines before the date
 * @param peersAfter the peers' lines from the date on
 */
public record TrainingEffect(Rate before, Rate after, Rate peersBefore, Rate peersAfter) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double POWER = 0.8;

  /**
   * So many of so many.
   *
   * @param count 0 to {@code lines}
   * @param lines 1 or more
   */
  public record Rate(long count, long lines) {

    /** Checks the numbers. */
    public Rate {
      if (lines < 1 || count < 0 || count > lines) {
        throw new IllegalArgumentException("A count is 0 to the number of lines, of 1 at least");
      }
    }

    /** 0..1. */
    public double value() {
      return (double) count / lines;
    }

    /**
     * Wilson's interval of the true rate (Journal of the American Statistical Association 1927).
     */
    Interval wilson(double level) {
      double z = NORMAL.inverseSurvivalProbability(Level.tail(level));
      double share = z * z / lines;
      double middle = (value() + share / 2) / (1 + share);
      double half =
          z * Math.sqrt(value() * (1 - value()) / lines + share / (4 * lines)) / (1 + share);
      return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }

  /** What can be said. */
  public enum Verdict {
    /** The rate fell by more than the peers' did. */
    FELL,
    /** The rate rose by more than the peers' did. */
    ROSE,
    /** Chance alone may have made the difference. */
    CANNOT_TELL
  }

  /** The change beyond the peers', -2..2; below 0 is better. */
  public double difference() {
    return after.value() - before.value() - (peersAfter.value() - peersBefore.value());
  }

  /**
   * Limits of the change beyond the peers'.
   *
   * @param level such as 0.95
   */
  public Interval interval(double level) {
    Rate[] added = {after, peersBefore};
    Rate[] subtracted = {before, peersAfter};
    double down = 0;
    double up = 0;
    for (Rate rate : added) {
      down += square(rate.value() - rate.wilson(level).low());
      up += square(rate.wilson(level).high() - rate.value());
    }
    for (Rate rate : subtracted) {
      down += square(rate.wilson(level).high() - rate.value());
      up += square(rate.value() - rate.wilson(level).low());
    }
    return new Interval(difference() - Math.sqrt(down), difference() + Math.sqrt(up));
  }

  private static double square(double value) {
    return value * value;
  }

  /** What can be said at a level. */
  public Verdict verdict(double level) {
    Interval interval = interval(level);
    if (interval.high() < 0) {
      return Verdict.FELL;
    }
    return interval.low() > 0 ? Verdict.ROSE : Verdict.CANNOT_TELL;
  }

  /**
   * How many lines of the physician in each period would show a fall in four of five cases, by the
   * normal approximation, with the peers' lines as they are.
   *
   * @param fall how far the rate falls beyond the peers', as a share of the rate before, above 0 to
   *     1: a half takes it from 12 % to 6 %
   * @param level such as 0.95
   * @return empty where the rate before is 0, or where the peers are too few for any number
   */
  public OptionalLong linesNeeded(double fall, double level) {
    if (!(fall > 0 && fall <= 1)) {
      throw new IllegalArgumentException("A fall is a share above 0, up to 1");
    }
    double rate = before.value();
    double change = rate * fall;
    double z =
        NORMAL.inverseSurvivalProbability(Level.tail(level))
            + NORMAL.inverseCumulativeProbability(POWER);
    double allowed = square(change / z) - variance(peersBefore) - variance(peersAfter);
    double lower = rate - change;
    double perLine = rate * (1 - rate) + lower * (1 - lower);
    return allowed > 0
        ? OptionalLong.of((long) Math.ceil(perLine / allowed))
        : OptionalLong.empty();
  }

  private static double variance(Rate rate) {
    return rate.value() * (1 - rate.value()) / rate.lines();
  }
}
