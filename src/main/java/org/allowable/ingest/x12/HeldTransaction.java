package org.allowable.ingest.x12;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that did not go in.
 *
 * @param sourceFile path relative to the folder, with forward slashes
 * @param segmentIndex the fault's place, counted in segments from 1 at the start of the file
 * @param setCode 835 or 837; null where nothing says it
 * @param isCopy whether it is another copy of a check that went in
 * @param traceNumber number of the check or transfer, where it could be read
 * @param payerName its payer, where it could be read
 * @param amount BPR02 of an 835, US dollars; null where it could not be read
 * @param claims claims in it, as far as they could be read
 * @param lines their lines
 * @param charges what they charge, US dollars; null where the sum makes no sense
 * @param reason what is wrong
 * @param remedy what to do
 */
public record HeldTransaction(
    String sourceFile,
    int segmentIndex,
    @Nullable String setCode,
    boolean isCopy,
    @Nullable String traceNumber,
    @Nullable String payerName,
    @Nullable BigDecimal amount,
    int claims,
    int lines,
    @Nullable BigDecimal charges,
    String reason,
    String remedy) {

  /** Which one it is, in a phrase: the check, its payer and amount, or how many claims. */
  public String what() {
    String counted =
        String.format("%,d claim%s, %,d line%s", claims, plural(claims), lines, plural(lines));
    if ("837".equals(setCode)) {
      return "837, "
          + counted
          + (charges == null ? "" : String.format(", $%,.2f charged", charges));
    }
    return (traceNumber == null ? "a payment without a readable number" : "check " + traceNumber)
        + (payerName == null ? "" : ", " + payerName)
        + (amount == null ? ", amount not readable" : String.format(", $%,.2f", amount))
        + ", "
        + counted;
  }

  /** Where it is, which one, what is wrong and what to do. */
  public String sentence() {
    return sourceFile + ", segment " + segmentIndex + ": " + what() + ": " + reason + ". " + remedy;
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }
}
