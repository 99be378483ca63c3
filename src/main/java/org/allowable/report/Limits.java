package org.allowable.report;

import java.math.BigDecimal;

/**
 * What a reader may enter.
 *
 * @param least the smallest number
 * @param most the largest
 */
public record Limits(BigDecimal least, BigDecimal most) {

  /** 0 to 1000 percent. */
  public static final Limits PERCENT = new Limits(BigDecimal.ZERO, BigDecimal.TEN);

  /** A fall to nothing, or a rise by 1000 percent. */
  public static final Limits CHANGE = new Limits(BigDecimal.ONE.negate(), BigDecimal.TEN);

  /** Checks the order. */
  public Limits {
    if (least.compareTo(most) > 0) {
      throw new IllegalArgumentException("The least is above the most");
    }
  }
}
