package org.allowable.contract.inference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How many of a payer's lines a term gives to the cent.
 *
 * @param lines that it prices
 * @param explained those that it gives to the cent
 * @param allowed US dollars of all of them
 * @param explainedAllowed US dollars of those that it gives
 */
public record TermFit(long lines, long explained, BigDecimal allowed, BigDecimal explainedAllowed) {

  /** Of nothing. */
  public static final TermFit NONE = new TermFit(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Of both. */
  public TermFit plus(TermFit other) {
    return new TermFit(
        lines + other.lines,
        explained + other.explained,
        allowed.add(other.allowed),
        explainedAllowed.add(other.explainedAllowed));
  }

  /** In words: 310 of 312 lines to the cent (99.4%), $41,230 of $41,501 allowed. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d lines to the cent (%s%%), $%,d of $%,d allowed",
        explained,
        lines,
        percent(),
        dollars(explainedAllowed),
        dollars(allowed));
  }

  // Never 100 where a line is missing.
  private String percent() {
    BigDecimal percent =
        lines == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(explained)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(lines), 1, RoundingMode.HALF_UP);
    boolean isRoundedToAll = explained < lines && percent.compareTo(BigDecimal.valueOf(100)) == 0;
    return (isRoundedToAll ? new BigDecimal("99.9") : percent).toPlainString();
  }

  private static long dollars(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
