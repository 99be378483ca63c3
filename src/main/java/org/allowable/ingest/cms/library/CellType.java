package org.allowable.ingest.cms.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.Plain;
import org.jspecify.annotations.Nullable;

/** A cell's text as a value of a column's type. */
public final class CellType {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private CellType() {}

  /**
   * Whether a text can be a value of a type. Dates are ISO (2025-01-31), booleans {@code true} or
   * {@code false}; a decimal has no more digits than its type.
   *
   * @param isNullable what is answered for an empty text, which is a null
   */
  public static boolean fits(String cell, ColumnType type, boolean isNullable) {
    if (cell.isEmpty()) {
      return isNullable;
    }
    if (type instanceof Decimal decimal) {
      return DECIMAL.matcher(cell).matches() && fits(new BigDecimal(cell), decimal);
    }
    if (type == Plain.DATE) {
      return DATE.matcher(cell).matches() && isDate(cell);
    }
    if (type == Plain.BOOLEAN) {
      return cell.equals("true") || cell.equals("false");
    }
    if (type == Plain.INT) {
      return INTEGER.matcher(cell).matches();
    }
    return cell.equals(cell.strip());
  }

  /** The value of a text that {@link #fits}; null for an empty one. */
  static @Nullable Object value(String cell, ColumnType type) {
    if (cell.isEmpty()) {
      return null;
    }
    if (type instanceof Decimal decimal) {
      return new BigDecimal(cell).setScale(decimal.scale(), RoundingMode.UNNECESSARY);
    }
    if (type == Plain.DATE) {
      return LocalDate.parse(cell);
    }
    if (type == Plain.BOOLEAN) {
      return Boolean.valueOf(cell);
    }
    return type == Plain.INT ? Integer.valueOf(cell) : cell;
  }

  /** The type in words. */
  static String expected(ColumnType type) {
    if (type instanceof Decimal decimal) {
      return "a number with at most " + decimal.scale() + " decimals";
    }
    if (type == Plain.DATE) {
      return "a date such as 2025-01-31";
    }
    if (type == Plain.BOOLEAN) {
      return "true or false";
    }
    return type == Plain.INT ? "a whole number" : "a text without blanks around it";
  }

  private static boolean fits(BigDecimal value, Decimal type) {
    return value.scale() <= type.scale()
        && value.precision() - value.scale() <= type.precision() - type.scale();
  }

  private static boolean isDate(String cell) {
    try {
      LocalDate.parse(cell);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
