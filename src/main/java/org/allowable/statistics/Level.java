package org.allowable.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How much of what chance does lies within limits, 0..1: the rest is split over both sides. */
public final class Level {

  /** The inner limits of a funnel: one in twenty lies outside by chance. */
  public static final double INNER = 0.95;

  /**
   * The outer limits of a funnel, by which one is named: one in a thousand lies above by chance.
   */
  public static final double OUTER = 0.998;

  /** As much as lies within three standard deviations of a normal distribution. */
  public static final double THREE_SIGMA = 0.9973;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Level() {}

  /**
   * How many standard deviations above its mean a normal distribution leaves a chance beyond.
   *
   * @param chance above 0 and below 1
   */
  public static double deviate(double chance) {
    return NORMAL.inverseSurvivalProbability(chance);
  }

  /** The chance beyond one limit. */
  public static double tail(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level is above 0 and below 1");
    }
    return (1 - level) / 2;
  }
}
