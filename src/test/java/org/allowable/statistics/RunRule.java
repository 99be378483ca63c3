package org.allowable.statistics;

/**
 * What in a series of months is more than chance. A year of equal months with many lines breaks the
 * first rule in about 3 of 100 years, the second and the third in about 2 of 100 each.
 */
public enum RunRule {
  /** One month beyond a limit that chance passes 27 times in ten thousand. */
  OUTSIDE(1, "A month outside the limits"),
  /** Eight months in a row above the center, or eight below; one on the center ends the run. */
  ONE_SIDE(8, "Eight months in a row on one side of the center"),
  /** Six months in a row each higher than the one before, or each lower. */
  DRIFT(6, "Six months in a row rising, or falling");

  private final int points;
  private final String words;

  RunRule(int points, String words) {
    this.points = points;
    this.words = words;
  }

  /** How many months make it. */
  public int points() {
    return points;
  }

  /** The rule in words. */
  public String words() {
    return words;
  }
}
