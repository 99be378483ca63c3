package org.allowable.contract.inference;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate that a payer follows.
 *
 * @param option the rate
 * @param codes that it is for; none where it is for all that have no rate of their own
 * @param setting that it is for; null for all
 * @param from first month of service
 * @param to last month of service; null where it still holds
 * @param equals other options that give the same lines and that nothing tells from it
 */
public record InferredRate(
    RateOption option,
    List<String> codes,
    @Nullable String setting,
    YearMonth from,
    @Nullable YearMonth to,
    List<RateOption> equals) {

  /** Copies the lists. */
  public InferredRate {
    codes = List.copyOf(codes);
    equals = List.copyOf(equals);
  }
}
