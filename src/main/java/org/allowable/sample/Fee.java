package org.allowable.sample;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Medicare's fee schedule says about one unit of a service, or why it says nothing.
 *
 * @param reason {@link #PRICED}, or why there is no amount
 * @param amount US dollars, null unless priced
 * @param sidesPercent of the amount, where both sides were treated; else 100
 */
record Fee(String reason, @Nullable BigDecimal amount, BigDecimal sidesPercent) {

  /** There is an amount. */
  static final String PRICED = "priced";

  /** The code is in no release of that year. */
  static final String NO_FEE = "no_fee";

  /** The code's status is not one that the fee schedule pays by relative values. */
  static final String STATUS = "status_not_payable";

  /** A modifier changes the price by a rule that is not in the tables. */
  static final String MODIFIER = "modifier_unpriced";

  static Fee of(BigDecimal amount) {
    return new Fee(PRICED, amount, BigDecimal.valueOf(100));
  }

  static Fee none(String reason) {
    return new Fee(reason, null, BigDecimal.valueOf(100));
  }

  Fee sides(BigDecimal percent) {
    return new Fee(reason, amount, percent);
  }

  /** The amount of several units, rounded half up to cents once. */
  BigDecimal priceOf(int units) {
    return Money.percent(price().multiply(BigDecimal.valueOf(units)), sidesPercent);
  }

  boolean isPriced() {
    return amount != null;
  }

  /** The amount of a fee that is priced. */
  BigDecimal price() {
    return Objects.requireNonNull(amount);
  }
}
