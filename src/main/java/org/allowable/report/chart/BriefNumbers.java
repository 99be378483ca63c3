package org.allowable.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.allowable.report.Format;

/**
 * Numbers on axes and bars in the words of {@link Format#brief}. Not a {@code DecimalFormat}: the
 * axis would go around what we override.
 */
final class BriefNumbers extends NumberFormat {

  private static final long serialVersionUID = 1L;
  // A tick computed as 0.30000000000000004 is 0.3.
  private static final MathContext EXACT_ENOUGH = new MathContext(12);

  private final Format format;
  private final BigDecimal largest;

  BriefNumbers(Format format) {
    this(format, 0);
  }

  /**
   * Numbers of an axis, all in thousands or millions where the largest is.
   *
   * @param largest the number farthest from zero
   */
  BriefNumbers(Format format, double largest) {
    this.format = format;
    this.largest = BigDecimal.valueOf(largest);
  }

  @Override
  public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
    return out.append(words(BigDecimal.valueOf(number).round(EXACT_ENOUGH)));
  }

  @Override
  public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
    return out.append(words(BigDecimal.valueOf(number)));
  }

  private String words(BigDecimal number) {
    return format.tick(number, largest);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("Charts read no numbers");
  }
}
