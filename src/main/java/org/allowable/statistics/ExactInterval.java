package org.allowable.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Exact confidence limits: they hold what is true at least as often as their level says, however
 * small the numbers.
 */
public final class ExactInterval {

  private ExactInterval() {}

  /**
   * Limits of observed over expected, where the expected number comes from a count of the peers and
   * is as uncertain as that. Both counts are Poisson ones; given their sum the observed is
   * binomial, so that the limits are Clopper and Pearson's of its share, as a ratio of the two
   * rates (Przyborowski and Wilenski, Biometrika 1940). Where the expected number adds up groups of
   * different weights, the count is the one with the same relative variance.
   *
   * @param observed how many there were; 0 or more
   * @param expected how many there would have been at the peers' rates; above 0
   * @param peers on how many of the peers' the expected number rests; above 0, and it may be a part
   *     of one
   * @param level such as 0.95
   */
  public static Interval ratio(long observed, double expected, double peers, double level) {
    if (observed < 0 || !(expected > 0) || !(peers > 0)) {
      throw new IllegalArgumentException(
          "Observed is 0 or more, expected and the peers' count above 0");
    }
    double tail = Level.tail(level);
    double low =
        observed == 0
            ? 0
            : BetaDistribution.of((double) observed, peers + 1).inverseCumulativeProbability(tail);
    double high = BetaDistribution.of(observed + 1.0, peers).inverseSurvivalProbability(tail);
    return new Interval(odds(low) * peers / expected, odds(high) * peers / expected);
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  /**
   * Limits of a rate: quantiles of the beta distribution (Clopper and Pearson, Biometrika 1934).
   *
   * @param count how many of them; 0 to {@code lines}
   * @param lines of how many; 1 or more
   * @param level such as 0.95
   */
  public static Interval rate(long count, long lines, double level) {
    if (count < 0 || lines < 1 || count > lines) {
      throw new IllegalArgumentException("A count is 0 to the number of lines, of 1 at least");
    }
    double tail = Level.tail(level);
    double low =
        count == 0
            ? 0
            : BetaDistribution.of((double) count, lines - count + 1.0)
                .inverseCumulativeProbability(tail);
    double high =
        count == lines
            ? 1
            : BetaDistribution.of(count + 1.0, (double) (lines - count))
                .inverseSurvivalProbability(tail);
    return new Interval(low, high);
  }
}
