package org.allowable.statistics;

/**
 * What one physician's lines came to, beside what they would have come to if there were no
 * difference between the physician and the peers (Mantel and Haenszel, Journal of the National
 * Cancer Institute 1959).
 *
 * <p>Over groups of lines of the same payer and code, with {@code n} lines of the physician, {@code
 * m} lines of the peers (1 or more; lines that no peer has are not compared) and {@code p} the rate
 * of all, the physician included:
 *
 * <ul>
 *   <li>{@code expected} is the sum of {@code n p};
 *   <li>{@code variance} is the sum of {@code n m p (1 - p) / (n + m - 1)}, the hypergeometric one:
 *       it holds both what the physician's lines and what the peers' leave to chance.
 * </ul>
 *
 * <p>So peers who are denied nothing are compared with too: the rate of all is then not 0.
 *
 * @param lines how many; 1 or more
 * @param observed how many of them were denied
 * @param expected how many would have been if all were denied alike; above 0
 * @param variance of observed, given how many of all were denied; above 0
 */
public record ObservedExpected(long lines, long observed, double expected, double variance) {

  /** Checks the numbers. */
  public ObservedExpected {
    if (lines < 1 || observed < 0 || observed > lines) {
      throw new IllegalArgumentException("Observed is 0 to the number of lines, of 1 at least");
    }
    if (!(expected > 0 && expected <= lines) || !(variance > 0)) {
      throw new IllegalArgumentException(
          "Expected is above 0 and not above the number of lines, and its variance above 0");
    }
  }

  /** Observed over expected, where the physician's own lines are in the expected. */
  public double ratio() {
    return observed / expected;
  }

  /** How far observed is from expected, in standard deviations of chance alone. */
  public double score() {
    return (observed - expected) / Math.sqrt(variance);
  }
}
