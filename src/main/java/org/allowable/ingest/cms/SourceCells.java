package org.allowable.ingest.cms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.allowable.model.InputException;

/** Reads a row's cells as codes and numbers, or says which cell is not one. */
final class SourceCells {

  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final String AGAIN = "Take the file from CMS again.";

  private final SourceFile file;
  private final SourceRow row;

  SourceCells(SourceFile file, SourceRow row) {
    this.file = file;
    this.row = row;
  }

  /** A number of at most {@code precision} digits, written with exactly {@code scale} decimals. */
  String decimal(int index, String column, int precision, int scale) {
    String text = row.cell(index);
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

  /** A code of a known form; one of digits only gets back the zeros that a workbook dropped. */
  String code(int index, String column, int width, Pattern form) {
    String code = padded(index, width);
    if (!form.matcher(code).matches()) {
      throw wrong(column, "a code of the known form", code.isEmpty() ? "nothing" : "another text");
    }
    return code;
  }

  /** A text, or an empty one; one of digits only gets back the zeros that a workbook dropped. */
  String padded(int index, int width) {
    String text = row.cell(index);
    return text.length() < width && DIGITS.matcher(text).matches()
        ? "0".repeat(width - text.length()) + text
        : text;
  }

  /** Whether the cell says NA; anything but NA and nothing is wrong. */
  String notApplicable(int index, String column) {
    String text = row.cell(index);
    if (!text.isEmpty() && !text.equals("NA")) {
      throw wrong(column, "NA or nothing", "another text");
    }
    return Boolean.toString(!text.isEmpty());
  }

  /** The complaint about a column of this row. */
  InputException wrong(String column, String expected, String found) {
    return InputException.at(
        file.path(), "line " + row.line() + ", column " + column, expected, found, AGAIN);
  }
}
