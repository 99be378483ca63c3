package org.allowable.sample.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** US dollars with two decimals. */
public final class Money {

  /** No dollars. */
  public static final BigDecimal ZERO = new BigDecimal("0.00");

  private Money() {}

  /** Cents as dollars. */
  public static BigDecimal cents(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  /** An amount rounded half up to cents. */
  public static BigDecimal round(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** So many percent of an amount, rounded half up to cents. */
  public static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return round(amount.multiply(percent).movePointLeft(2));
  }

  /** The smaller of two amounts. */
  public static BigDecimal least(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
