package org.allowable.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Whether two rates differ by more than chance, exact however small the numbers. */
public final class TwoRates {

  private TwoRates() {}

  /**
   * The chance that two rates alike differ as much as these, or more, given how many of both were
   * counted: twice the smaller tail of Fisher's exact test, at most 1 (Fisher, The Design of
   * Experiments, 1935).
   *
   * @param count how many of the first; 0 to {@code lines}
   * @param lines of how many; 1 or more
   * @param otherCount how many of the second; 0 to {@code otherLines}
   * @param otherLines of how many; 1 or more
   */
  public static double chance(long count, long lines, long otherCount, long otherLines) {
    if (count < 0 || count > lines || otherCount < 0 || otherCount > otherLines) {
      throw new IllegalArgumentException("A count is 0 to the number of lines");
    }
    HypergeometricDistribution first =
        HypergeometricDistribution.of(
            Math.toIntExact(lines + otherLines),
            Math.toIntExact(count + otherCount),
            Math.toIntExact(lines));
    int found = Math.toIntExact(count);
    double least =
        Math.min(first.cumulativeProbability(found), first.survivalProbability(found - 1));
    return Math.min(1, 2 * least);
  }
}
