package org.allowable.report;

import java.math.BigDecimal;

/**
 * A number that a reader may enter.
 *
 * @param least the smallest number
 * @param most the largest
 */
public record EntryLimits(BigDecimal least, BigDecimal most) implements CellEntry {

  /** 0 to 1000 percent. */
  public static final EntryLimits PERCENT = new EntryLimits(BigDecimal.ZERO, BigDecimal.TEN);

  /** A fall to nothing, or a rise by 1000 percent. */
  public static final EntryLimits CHANGE = new EntryLimits(BigDecimal.ONE.negate(), BigDecimal.TEN);

  /** Checks the order. */
  public EntryLimits {
    if (least.compareTo(most) > 0) {
      throw new IllegalArgumentException("The least is above the most");
    }
  }
}
