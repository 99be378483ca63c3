package org.allowable.statistics;

/**
 * What lies between two limits.
 *
 * @param low at or below {@code high}
 * @param high may be infinite
 */
public record Interval(double low, double high) {

  /** Checks the order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("The lower limit must not be above the upper");
    }
  }

  /** Whether a value is neither below the lower limit nor above the upper. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
