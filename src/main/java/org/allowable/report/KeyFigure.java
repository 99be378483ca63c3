package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A headline number.
 *
 * @param label what it is, in a few words
 * @param value the number, or {@link ComputedValue}; null shows as "not known"
 * @param format what kind of number
 * @param comparison what it is held against, in a few words; may be empty
 * @param link where it is explained
 */
public record KeyFigure(
    String label, @Nullable Object value, Format format, String comparison, @Nullable Link link) {

  /** A headline number that nothing is held against. */
  public static KeyFigure of(String label, @Nullable Object value, Format format) {
    return new KeyFigure(label, value, format, "", null);
  }

  /**
   * A headline number held against an earlier one.
   *
   * @param prior the earlier number
   * @param priorName when that was, such as "May"
   */
  public static KeyFigure against(
      String label,
      @Nullable BigDecimal value,
      Format format,
      @Nullable BigDecimal prior,
      String priorName) {
    return new KeyFigure(label, value, format, comparison(value, format, prior, priorName), null);
  }

  /** The same figure, leading to a sheet. */
  public KeyFigure to(String sheet) {
    return new KeyFigure(label, value, format, comparison, Link.to(sheet, label));
  }

  /** The same figure with other words under it. */
  public KeyFigure compared(String words) {
    return new KeyFigure(label, value, format, words, link);
  }

  private static String comparison(
      @Nullable BigDecimal value, Format format, @Nullable BigDecimal prior, String priorName) {
    if (value == null || prior == null) {
      return priorName + ": " + format.display(prior);
    }
    String was = priorName + ": " + format.display(prior);
    BigDecimal change = value.subtract(prior);
    if (format == Format.RATE) {
      // Of the rates as they are shown, which a reader subtracts.
      BigDecimal points = percent(value).subtract(percent(prior));
      return was + " (" + Format.RATE.displayChange(points).replace("%", "") + " points)";
    }
    // A share of what is not above zero, or that ends below it, says nothing.
    if (prior.signum() <= 0 || value.signum() < 0) {
      return was;
    }
    BigDecimal share = change.divide(prior, MathContext.DECIMAL64);
    return was + " (" + plus(share) + Format.RATE.display(share) + ")";
  }

  private static BigDecimal percent(BigDecimal rate) {
    return rate.setScale(3, RoundingMode.HALF_UP);
  }

  private static String plus(BigDecimal change) {
    return change.signum() > 0 ? "+" : "";
  }
}
