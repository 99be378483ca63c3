package org.allowable.contract.inference;

import java.math.BigDecimal;
import org.allowable.contract.Contract.Method;

/**
 * A way to come to allowed amounts.
 *
 * @param basis the Medicare that it is of, or that says what is left of several procedures
 * @param method percent of Medicare, fixed amount or percent of the charge
 * @param rate percent of 100, or US dollars a unit
 */
public record RateOption(RateBasis basis, Method method, BigDecimal rate) {

  /** Percents and dollars are the same, whatever zeros follow them. */
  public RateOption {
    rate = rate.stripTrailingZeros();
  }

  /**
   * How likely a contract has it, where nothing else tells: 0 most. Whole percents of what Medicare
   * pays are common, and a charge is ours: what is constant of it is rather an amount.
   */
  int unlikelihood() {
    boolean isWhole = rate.scale() <= 0;
    return switch (method) {
      case PERCENT_OF_CHARGE -> 5;
      case FIXED_AMOUNT -> 1;
      default -> {
        if (isWhole && basis.isCurrent()) {
          yield 0;
        }
        yield basis.conversionFactor() != null ? 2 : isWhole ? 3 : 4;
      }
    };
  }

  /** The rate without an exponent. */
  String plainRate() {
    return method == Method.FIXED_AMOUNT
        ? rate.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString()
        : rate.toPlainString();
  }
}
