package org.allowable.sample.price;

import java.math.BigDecimal;
import org.allowable.sample.practice.Money;

/**
 * What a day and the one who rendered it leave of a line's fee.
 *
 * @param countedUnits its units, those that rank low counted as the part that is paid of them
 * @param sidePercent of the fee, where the other side has a line of its own; else 100
 * @param credentialPercent of the fee, by the credential
 */
public record Share(BigDecimal countedUnits, BigDecimal sidePercent, BigDecimal credentialPercent) {

  /** US dollars of the line, rounded half up to cents once; the fee must be priced. */
  public BigDecimal of(Fee fee) {
    return Money.round(
        fee.price()
            .multiply(countedUnits)
            .multiply(fee.sidesPercent().movePointLeft(2))
            .multiply(sidePercent.movePointLeft(2))
            .multiply(credentialPercent.movePointLeft(2)));
  }
}
