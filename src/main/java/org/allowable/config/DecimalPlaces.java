package org.allowable.config;

import java.math.BigDecimal;

/** How exactly a user may write a number: tables keep no more decimals, and nothing is rounded. */
public final class DecimalPlaces {

  private DecimalPlaces() {}

  /** Whether a number has more decimals than these; zeros at its end do not count. */
  public static boolean isMoreThan(int places, BigDecimal number) {
    return number.stripTrailingZeros().scale() > places;
  }
}
