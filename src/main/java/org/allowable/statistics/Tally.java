package org.allowable.statistics;

/**
 * What one physician's lines came to, beside what those of the peers would have come to.
 *
 * <p>Over groups {@code g} of lines of the same payer and code, with {@code n} lines of the
 * physician, {@code m} lines of the peers (1 or more; lines that no peer has are not compared),
 * {@code q} the peers' rate and {@code p} the rate of all in the group:
 *
 * <ul>
 *   <li>{@code expected} is the sum of {@code n q};
 *   <li>{@code variance} is the sum of {@code n p (1 - p) (1 + n / m)}: the first part for the
 *       physician's lines, the second because the peers are no infinite number.
 * </ul>
 *
 * @param lines how many; 1 or more
 * @param observed how many of them were denied
 * @param expected how many would have been at the peers' rates; above 0
 * @param variance of observed less expected, by chance alone; above 0
 */
public record Tally(long lines, long observed, double expected, double variance) {

  /** Checks the numbers. */
  public Tally {
    if (lines < 1 || observed < 0 || observed > lines) {
      throw new IllegalArgumentException("Observed is 0 to the number of lines, of 1 at least");
    }
    if (!(expected > 0 && expected <= lines) || !(variance > 0)) {
      throw new IllegalArgumentException(
          "Expected is above 0 and not above the number of lines, and its variance above 0");
    }
  }

  /** Observed over expected. */
  public double ratio() {
    return observed / expected;
  }

  /** How far observed is from expected, in standard deviations of chance alone. */
  public double score() {
    return (observed - expected) / Math.sqrt(variance);
  }
}
