package org.allowable.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Prediction limits of a rate among so many lines: where it will be if the true rate is the
 * expected one. The line on a chart and the flag in a table both come from here.
 *
 * <p>The limits are exact binomial ones. The upper limit is the count {@code u} with {@code P(X >=
 * u) = (1 - level) / 2}, the lower the count {@code l} with {@code P(X <= l) = (1 - level) / 2},
 * over the number of lines. The incomplete beta function, which is those chances at whole counts,
 * carries them on between, so that the limits are smooth in the number of lines. A count above the
 * upper limit has at most that chance, which is to say that the exact interval of its rate leaves
 * the expected rate out. (Spiegelhalter, Statistics in Medicine 2005, appendix A.1.1, interpolates
 * between two counts in a straight line; there the count above the limit may be likelier than the
 * level says.)
 */
public final class FunnelLimits {

  // Halving an interval so often leaves nothing that a double can hold.
  private static final int HALVINGS = 60;

  private FunnelLimits() {}

  /**
   * The lower limit of the rate, 0..1; 0 where even no count at all would not be unusual.
   *
   * @param lines how many; above 0, and it may be a part of one
   * @param rate the expected rate, 0..1
   * @param level such as 0.998
   * @param dispersion how many times the variance is that of chance alone; 1 or more. The limits
   *     are those of {@code lines / dispersion} lines
   */
  public static double lower(double lines, double rate, double level, double dispersion) {
    double n = effective(lines, rate, dispersion);
    double tail = Level.tail(level);
    if (rate == 0 || atMost(0, n, rate) >= tail) {
      return 0;
    }
    if (rate == 1) {
      return 1;
    }
    return solve(count -> atMost(count, n, rate) - tail, n) / n;
  }

  /**
   * The upper limit of the rate; above 1 where not even all lines would be unusual.
   *
   * @param lines how many; above 0, and it may be a part of one
   * @param rate the expected rate, 0..1
   * @param level such as 0.998
   * @param dispersion how many times the variance is that of chance alone; 1 or more. The limits
   *     are those of {@code lines / dispersion} lines
   */
  public static double upper(double lines, double rate, double level, double dispersion) {
    double n = effective(lines, rate, dispersion);
    double tail = Level.tail(level);
    if (rate == 0) {
      return 0;
    }
    if (rate == 1) {
      return 1;
    }
    return solve(count -> tail - atLeast(count, n, rate), n + 1) / n;
  }

  /** Both limits. */
  public static Interval of(double lines, double rate, double level, double dispersion) {
    return new Interval(
        lower(lines, rate, level, dispersion), upper(lines, rate, level, dispersion));
  }

  private static double effective(double lines, double rate, double dispersion) {
    if (!(lines > 0) || !(rate >= 0 && rate <= 1) || !(dispersion >= 1)) {
      throw new IllegalArgumentException(
          "Limits need lines above 0, a rate of 0 to 1 and a dispersion of 1 or more");
    }
    return lines / dispersion;
  }

  private static double atLeast(double count, double lines, double rate) {
    if (count <= 0) {
      return 1;
    }
    double rest = lines - count + 1;
    return rest <= 0 ? 0 : BetaDistribution.of(count, rest).cumulativeProbability(rate);
  }

  private static double atMost(double count, double lines, double rate) {
    double rest = lines - count;
    return rest <= 0 ? 1 : BetaDistribution.of(count + 1, rest).survivalProbability(rate);
  }

  // Where a function that rises from below 0 reaches 0.
  private static double solve(DoubleUnaryOperator rising, double end) {
    double low = 0;
    double high = end;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
