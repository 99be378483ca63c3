package org.allowable.report.html;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.allowable.report.Faint;
import org.allowable.report.Format;
import org.allowable.report.Link;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/**
 * A cell as a page shows it.
 *
 * @param shown what is read; empty where nothing is known
 * @param exact the value to sort by and to compare, where what is read does not say it whole: a
 *     rate without its further decimals, a month by its number; else null
 * @param isBelowZero whether it is a number below zero
 */
record CellText(String shown, @Nullable String exact, boolean isBelowZero) {

  private static final CellText EMPTY = new CellText("", null, false);

  /** The cell of a value. */
  static CellText of(@Nullable Object value, Format format) {
    if (value instanceof Link link) {
      return of(link.value(), format);
    }
    if (value instanceof Faint faint) {
      return of(faint.value(), format);
    }
    BigDecimal number = TableBlock.number(value);
    if (value == null || (number == null && !isText(value))) {
      return EMPTY;
    }
    String shown = format.display(value);
    if (number == null) {
      return new CellText(shown, month(value, format), false);
    }
    boolean isWhole = format == Format.CODE || isSaid(number, shown);
    String exact = isWhole ? null : number.toPlainString();
    return new CellText(shown, exact, format.isRightAligned() && shown.startsWith("\u2212"));
  }

  // A computed value that is not known has no text.
  private static boolean isText(Object value) {
    return !(value instanceof org.allowable.report.ComputedValue);
  }

  private static @Nullable String month(Object value, Format format) {
    if (format != Format.MONTH) {
      return null;
    }
    if (value instanceof LocalDate date) {
      return YearMonth.from(date).toString();
    }
    return value instanceof YearMonth month ? month.toString() : null;
  }

  private static boolean isSaid(BigDecimal number, String shown) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '\u2212') {
        digits.append('-');
      } else if (c == '.' || (c >= '0' && c <= '9')) {
        digits.append(c);
      }
    }
    BigDecimal said = new BigDecimal(digits.toString());
    return number.compareTo(shown.endsWith("%") ? said.movePointLeft(2) : said) == 0;
  }
}
