package org.allowable.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Exact confidence limits: they hold what is true at least as often as their level says, however
 * small the numbers.
 */
public final class ExactInterval {

  private ExactInterval() {}

  /**
   * Limits of observed over expected, where the observed number is a Poisson count and the expected
   * is known: gamma quantiles of shape {@code observed} and {@code observed + 1} over the expected
   * number (Garwood, Biometrika 1936; Ulm, American Journal of Epidemiology 1990).
   *
   * @param observed how many there were; 0 or more
   * @param expected how many there should have been; above 0
   * @param level such as 0.95
   */
  public static Interval ratio(long observed, double expected, double level) {
    if (observed < 0 || !(expected > 0)) {
      throw new IllegalArgumentException("Observed is 0 or more and expected above 0");
    }
    double tail = Level.tail(level);
    double low =
        observed == 0
            ? 0
            : GammaDistribution.of((double) observed, 1).inverseCumulativeProbability(tail);
    double high = GammaDistribution.of(observed + 1.0, 1).inverseSurvivalProbability(tail);
    return new Interval(low / expected, high / expected);
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
