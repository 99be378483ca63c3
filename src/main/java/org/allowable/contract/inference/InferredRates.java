package org.allowable.contract.inference;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What could be inferred of a payer.
 *
 * @param first month of service that was looked at
 * @param last month of service that was looked at
 * @param rates that it follows
 * @param unknown codes whose rate could not be inferred
 */
public record InferredRates(
    YearMonth first, YearMonth last, List<InferredRate> rates, List<Unknown> unknown) {

  /** Copies the lists. */
  public InferredRates {
    rates = List.copyOf(rates);
    unknown = List.copyOf(unknown);
  }

  /**
   * A code and setting without a rate.
   *
   * @param reason why
   * @param lines how many
   * @param allowed US dollars
   */
  public record Unknown(
      String code, String setting, Reason reason, long lines, BigDecimal allowed) {}

  /** Why there is no rate. */
  public enum Reason {
    /** Fewer lines than a rate needs. */
    FEW_LINES("too few lines"),
    /** No rate gives two thirds of the lines. */
    NO_CLEAR_RATE("no one rate"),
    /** The charge was allowed in full. */
    AT_CHARGE("allowed at the charge");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** As a comment says it. */
    public String words() {
      return words;
    }
  }
}
