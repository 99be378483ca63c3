package org.allowable.sample.price;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Medicare's fee schedule says about one unit of a service, or why it says nothing.
 *
 * @param reason {@link #PRICED}, or why there is no amount
 * @param amount US dollars, null unless priced
 * @param sidesPercent of the amount, where both sides were treated; else 100
 * @param pairPercent of the amount, where both sides have a line each; null where that is no matter
 * @param multipleIndicator CMS's, which says how the service ranks
 */
public record Fee(
    String reason,
    @Nullable BigDecimal amount,
    BigDecimal sidesPercent,
    @Nullable BigDecimal pairPercent,
    String multipleIndicator) {

  /** There is an amount. */
  static final String PRICED = "priced";

  /** The code is in no release of that year. */
  static final String NO_FEE = "no_fee";

  /** The code's status is not one that the fee schedule pays by relative values. */
  static final String STATUS = "status_not_payable";

  /** A modifier changes the price by a rule that is not in the tables. */
  static final String MODIFIER = "modifier_unpriced";

  /** Nothing is paid for it in a facility. */
  public static final String SETTING = "not_payable_in_setting";

  /** Something else is paid that day. */
  public static final String WITH_OTHERS = "paid_with_others";

  static Fee of(BigDecimal amount, @Nullable BigDecimal pairPercent, String multipleIndicator) {
    return new Fee(PRICED, amount, BigDecimal.valueOf(100), pairPercent, multipleIndicator);
  }

  static Fee none(String reason) {
    return new Fee(reason, null, BigDecimal.valueOf(100), null, "");
  }

  Fee sides(BigDecimal percent) {
    return new Fee(reason, amount, percent, null, multipleIndicator);
  }

  /** Whether there is an amount. */
  public boolean isPriced() {
    return amount != null;
  }

  /** The amount of a fee that is priced. */
  BigDecimal price() {
    return Objects.requireNonNull(amount);
  }
}
