package org.allowable.config;

import java.math.BigDecimal;

/** How exactly a user may write a number: tables keep no more decimals, and nothing is rounded. */
public final class DecimalPlaces {

  // More than any amount of a practice, and few enough to be written out.
  private static final int MOST_DIGITS = 12;

  private DecimalPlaces() {}

  /** Whether a number is larger, or has more decimals, than any amount, percent or factor has. */
  public static boolean isBeyondUse(BigDecimal number) {
    long digitsBefore = (long) number.precision() - number.scale();
    return number.signum() != 0 && (digitsBefore > MOST_DIGITS || number.scale() > MOST_DIGITS);
  }

  /** A number as a message shows it: written out unless that would fill pages. */
  public static String inWords(BigDecimal number) {
    return isBeyondUse(number) ? number.toString() : number.toPlainString();
  }

  /** Whether a number has more decimals than these; zeros at its end do not count. */
  public static boolean isMoreThan(int places, BigDecimal number) {
    return number.stripTrailingZeros().scale() > places;
  }
}
