package org.allowable.ingest.cms.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.library.CellType;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.InputException;

/**
 * Reads a row's cells as canonical text, the form in which reference tables hold them. A cell is
 * named by its position, from 0, and for the user by its column. Each reader throws {@link
 * InputException} where the cell is not as it must be, naming file, line and column.
 */
public final class SourceCells {

  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+");
  private static final Pattern DOLLARS =
      Pattern.compile("\\$?\\s*(\\d{1,3}(,\\d{3})+|\\d*)(\\.\\d+)?");
  private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final String AGAIN = "Take the file from CMS again.";

  private final CmsFile file;
  private final SourceRow row;

  /** Cells of a row of a file. */
  public SourceCells(CmsFile file, SourceRow row) {
    this.file = file;
    this.row = row;
  }

  /** A number from 0 of at most {@code precision} digits, written with {@code scale} decimals. */
  public String decimal(int index, String column, int precision, int scale) {
    return decimal(row.cell(index), column, precision, scale);
  }

  /** A number as {@link #decimal}, or an empty text where the cell says nothing. */
  public String decimalOrNothing(int index, String column, int precision, int scale) {
    String text = row.cell(index);
    return text.isEmpty() ? "" : decimal(text, column, precision, scale);
  }

  /** US dollars and cents, with or without sign and thousands; empty where there is no amount. */
  public String dollars(int index, String column) {
    return dollars(index, column, 2);
  }

  /** US dollars as {@link #dollars(int, String)} with other decimals. */
  public String dollars(int index, String column, int scale) {
    String text = row.cell(index);
    if (text.isEmpty() || text.equals(".")) {
      return "";
    }
    if (!DOLLARS.matcher(text).matches()) {
      throw wrong(column, "an amount in dollars", "another text");
    }
    String number = text.replaceAll("[$,\\s]", "");
    return decimal(number, column, 12, scale);
  }

  /** {@code true} for Y, {@code false} for N. */
  public String yes(int index, String column) {
    String text = row.cell(index);
    if (!text.equals("Y") && !text.equals("N")) {
      throw wrong(column, "Y or N", text.isEmpty() ? "nothing" : "another text");
    }
    return Boolean.toString(text.equals("Y"));
  }

  /** A whole number from 0, without leading zeros. */
  public String count(int index, String column) {
    String text = row.cell(index);
    if (!COUNT.matcher(text).matches()) {
      throw wrong(column, "a whole number", text.isEmpty() ? "nothing" : "another text");
    }
    return text;
  }

  /** An ISO day; the cell has it as 2025-01-31 or 20250131. Empty where it has nothing or *. */
  public String dayOrNothing(int index, String column) {
    String text = row.cell(index);
    if (text.isEmpty() || text.equals("*")) {
      return "";
    }
    String day = text.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
    if (!CellType.fits(day, Plain.DATE, false)) {
      throw wrong(column, "a date such as 2025-01-31 or 20250131", "another text");
    }
    return day;
  }

  private String decimal(String text, String column, int precision, int scale) {
    if (isExactly(text, precision, scale)) {
      return text;
    }
    if (text.length() > 2 * precision || !NUMBER.matcher(text).matches()) {
      throw wrong(column, "a number", text.isEmpty() ? "nothing" : "another text");
    }
    BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
    if (exact.scale() > scale || exact.precision() - exact.scale() > precision - scale) {
      throw wrong(column, "a number with at most " + scale + " decimals", "a longer one");
    }
    return exact.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
  }

  // Most cells are written as we write them: a quick look spares them the way through a decimal.
  private static boolean isExactly(String text, int precision, int scale) {
    int point = text.length() - 1 - scale;
    if (point < 1 || point > precision - scale || (point > 1 && text.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == point ? c != '.' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * A code of a known form. One of digits only gets back the zeros that a workbook dropped.
   *
   * @param width to how many digits zeros fill it
   * @param form what the code must match
   */
  public String code(int index, String column, int width, Pattern form) {
    String code = padded(index, width);
    if (!form.matcher(code).matches()) {
      throw wrong(column, "a code of the known form", code.isEmpty() ? "nothing" : "another text");
    }
    return code;
  }

  /** A code as {@link #code}, or an empty text where the cell says nothing. */
  public String codeOrNothing(int index, String column, int width, Pattern form) {
    return row.cell(index).isEmpty() ? "" : code(index, column, width, form);
  }

  /** Any text, also an empty one; zeros fill one of digits only to {@code width}. */
  public String padded(int index, int width) {
    String text = row.cell(index);
    return text.length() < width && DIGITS.matcher(text).matches()
        ? "0".repeat(width - text.length()) + text
        : text;
  }

  /** {@code true} for NA, {@code false} for nothing. */
  public String notApplicable(int index, String column) {
    String text = row.cell(index);
    if (!text.isEmpty() && !text.equals("NA")) {
      throw wrong(column, "NA or nothing", "another text");
    }
    return Boolean.toString(!text.isEmpty());
  }

  /** The complaint about a column of this row, to be thrown; never says what the cell holds. */
  public InputException wrong(String column, String expected, String found) {
    return InputException.at(
        file.path(), "line " + row.line() + ", column " + column, expected, found, AGAIN);
  }
}
