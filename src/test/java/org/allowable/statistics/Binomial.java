package org.allowable.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/** Binomial chances by adding them up, slowly and obviously. */
final class Binomial {

  private static final MathContext DIGITS = new MathContext(40);

  private Binomial() {}

  /** The chance of this count or more. */
  static double atLeast(int count, int lines, double rate) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = Math.max(0, count); k <= lines; k++) {
      sum = sum.add(exactly(k, lines, rate), DIGITS);
    }
    return sum.doubleValue();
  }

  /** The chance of this count or fewer. */
  static double atMost(int count, int lines, double rate) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k <= Math.min(count, lines); k++) {
      sum = sum.add(exactly(k, lines, rate), DIGITS);
    }
    return sum.doubleValue();
  }

  private static BigDecimal exactly(int count, int lines, double rate) {
    BigDecimal ways = BigDecimal.ONE;
    for (int i = 1; i <= count; i++) {
      ways =
          ways.multiply(BigDecimal.valueOf(lines - count + i))
              .divide(BigDecimal.valueOf(i), DIGITS);
    }
    BigDecimal yes = BigDecimal.valueOf(rate);
    return ways.multiply(yes.pow(count, DIGITS), DIGITS)
        .multiply(BigDecimal.ONE.subtract(yes).pow(lines - count, DIGITS), DIGITS);
  }
}
