package org.allowable.statistics;

import java.util.Locale;

/**
 * When a physician is named: above the outer limit, with lines enough. Who is below is shown, never
 * named; who is between the limits is not named.
 *
 * @param level of the outer limits
 * @param leastLines fewer lines than these name nobody
 */
public record NamingRule(double level, long leastLines) {

  /** Above the 99.8 % limit, with 30 lines or more. */
  public static final NamingRule USUAL = new NamingRule(Level.OUTER, 30);

  // The period, and the year that ends with it.
  private static final int SPANS = 2;

  /** Checks the numbers. */
  public NamingRule {
    Level.tail(level);
    if (leastLines < 1) {
      throw new IllegalArgumentException("A rule needs one line at least");
    }
  }

  /** Whether the rule names a physician. */
  public boolean names(Funnel funnel, ObservedExpected tally) {
    return hasEnough(tally)
        && funnel.standardizedRate(tally)
            > funnel.limits(funnel.comparableLines(tally), level).high();
  }

  /** Whether there are lines enough to name anybody. */
  public boolean hasEnough(ObservedExpected tally) {
    return tally.lines() >= leastLines;
  }

  /** How many of so many equal physicians the rule names by chance, at most, on average. */
  public double expectedFalseNames(int physicians) {
    return physicians * Level.tail(level);
  }

  /** The chance that the rule names any of so many equal physicians, at most. */
  public double chanceOfAnyFalseName(int physicians) {
    return Math.min(1, expectedFalseNames(physicians));
  }

  /** What the rule does to those who are only unlucky, in words: it looks at two spans of time. */
  public String inWords(int physicians) {
    return String.format(
        Locale.US,
        "Higher than peers only if above the %s%% control limit with %d+ lines, in the period or"
            + " over the 12 months through it. If all %d performed alike, the chance that anyone is"
            + " called higher is at most %.1f%%.",
        percent(),
        leastLines,
        physicians,
        100 * chanceOfAnyFalseName(SPANS * physicians));
  }

  private String percent() {
    return java.math.BigDecimal.valueOf(level)
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }
}
