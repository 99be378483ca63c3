package org.allowable.config;

import java.math.BigDecimal;

/** Which payers of a monthly report have a page of their own, and how much it shows. */
public final class PayerPages {

  /** The most payers that have one. */
  public static final int MOST = 8;

  /** Which share of all dollars at issue, 0 to 1, those with one hold together, or more. */
  public static final BigDecimal SHARE = new BigDecimal("0.90");

  /** How many rows of each of its lists a page shows: what one sheet of paper takes. */
  public static final int ROWS = 4;

  private PayerPages() {}
}
