package org.allowable.contract;

import java.math.BigDecimal;

/**
 * Kinds of percents and what they can be. Outside these bounds a percent is 1.4 written for 140, or
 * a slip of the keyboard.
 */
enum PercentKind {
  OF_MEDICARE("10", "2000", "140 for 140 percent of Medicare"),
  OF_CHARGE("3", "100", "60 for 60 percent of the charge"),
  OF_PRICE("3", "300", "85 for 85 percent of the price"),
  OF_RANK("3", "100", "50 for half of the price"),
  INCREASE("0.1", "30", "3 for 3 percent more");

  private final BigDecimal least;
  private final BigDecimal most;
  private final String example;

  PercentKind(String least, String most, String example) {
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.example = example;
  }

  /** The percent, if it can be one of this kind. A rank may have 0: it is not paid for. */
  BigDecimal checked(BigDecimal percent, FileLocation location, String what) {
    boolean isUnpaidRank = this == OF_RANK && percent.signum() == 0;
    if (!isUnpaidRank && (percent.compareTo(least) < 0 || percent.compareTo(most) > 0)) {
      throw location.wrong(
          "%s is %s, but must be from %s to %s. Write %s."
              .formatted(
                  what,
                  percent.stripTrailingZeros().toPlainString(),
                  least.toPlainString(),
                  most.toPlainString(),
                  example));
    }
    return percent;
  }
}
