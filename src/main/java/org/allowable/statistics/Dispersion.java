package org.allowable.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many times physicians differ more than chance makes them differ (over-dispersion), after
 * Spiegelhalter, Statistics in Medicine 2005, and Quality and Safety in Health Care 2005.
 *
 * <p>The scores beyond the lowest and the highest tenth, of one physician at least at each end, are
 * drawn in to the next, so that one who is truly different does not widen the limits for all. The
 * mean of their squares is divided by what chance alone makes of it after drawing in. The limits
 * are widened only where that exceeds what some 95 in 100 practices have without over-dispersion: a
 * chi-squared quantile, with one degree of freedom for each score that was not drawn in.
 *
 * @param physicians how many scores there were
 * @param drawnIn how many at each end were drawn in
 * @param estimate of the variance over that of chance; 1 where there were too few to tell
 * @param threshold what the estimate must exceed
 */
public record Dispersion(int physicians, int drawnIn, double estimate, double threshold) {

  /** Fewer physicians than these cannot tell over-dispersion from one who is different. */
  public static final int LEAST_PHYSICIANS = 8;

  private static final double SHARE_DRAWN_IN = 0.1;
  private static final double CERTAINTY = 0.95;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * The dispersion of some physicians.
   *
   * @param scores {@link Funnel#score} of those with enough lines, in any order
   */
  public static Dispersion of(List<Double> scores) {
    int count = scores.size();
    if (count < LEAST_PHYSICIANS) {
      return new Dispersion(count, 0, 1, Double.POSITIVE_INFINITY);
    }
    int drawnIn = Math.max(1, (int) Math.ceil(SHARE_DRAWN_IN * count - 1e-9));
    double[] sorted = scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double low = sorted[drawnIn];
    double high = sorted[count - 1 - drawnIn];
    double squares =
        Arrays.stream(sorted).map(z -> Math.max(low, Math.min(high, z))).map(z -> z * z).sum();
    double estimate = squares / count / meanSquare(drawnIn / (double) count);
    int free = count - 2 * drawnIn;
    double threshold =
        ChiSquaredDistribution.of(free).inverseCumulativeProbability(CERTAINTY) / free;
    return new Dispersion(count, drawnIn, estimate, threshold);
  }

  /** The mean square of a standard normal score whose ends of this share are drawn in. */
  static double meanSquare(double share) {
    double end = NORMAL.inverseSurvivalProbability(share);
    return 1 - 2 * share - 2 * end * NORMAL.density(end) + 2 * share * end * end;
  }

  /** Whether there were enough physicians to tell. */
  public boolean isKnown() {
    return physicians >= LEAST_PHYSICIANS;
  }

  /** Whether physicians differ more than chance makes them. */
  public boolean isApplied() {
    return isKnown() && estimate > threshold;
  }

  /** By how much the variance of limits is multiplied; 1 where there is no over-dispersion. */
  public double factor() {
    return isApplied() ? estimate : 1;
  }

  /** What was found, in a sentence. */
  public String inWords() {
    if (!isKnown()) {
      return "With fewer than %d physicians it cannot be told whether they differ by more than"
              .formatted(LEAST_PHYSICIANS)
          + " chance; the limits allow for chance alone.";
    }
    String found =
        String.format(Locale.US, "their variance is %.1f times that of chance", estimate);
    return isApplied()
        ? "Physicians differ by more than chance alone explains ("
            + found
            + "); the limits are widened for it."
        : "Physicians do not differ by more than chance alone explains ("
            + found
            + "); the limits are not widened.";
  }
}
