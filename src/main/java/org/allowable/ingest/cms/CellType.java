package org.allowable.ingest.cms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** A cell's text as a value of a column's type. */
final class CellType {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private CellType() {}

  /** Whether the text is such a value; an empty text is a null. */
  static boolean fits(String cell, DataType type, boolean isNullable) {
    if (cell.isEmpty()) {
      return isNullable;
    }
    if (type instanceof DecimalType decimal) {
      return DECIMAL.matcher(cell).matches() && fits(new BigDecimal(cell), decimal);
    }
    if (type.equals(DataTypes.DateType)) {
      return DATE.matcher(cell).matches() && isDate(cell);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return cell.equals("true") || cell.equals("false");
    }
    if (type.equals(DataTypes.IntegerType)) {
      return INTEGER.matcher(cell).matches();
    }
    return cell.equals(cell.strip());
  }

  /** The value of a text that {@link #fits}; null for an empty one. */
  static @Nullable Object value(String cell, DataType type) {
    if (cell.isEmpty()) {
      return null;
    }
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(cell).setScale(decimal.scale(), RoundingMode.UNNECESSARY);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(cell);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(cell);
    }
    return type.equals(DataTypes.IntegerType) ? Integer.valueOf(cell) : cell;
  }

  /** The type in words. */
  static String expected(DataType type) {
    if (type instanceof DecimalType decimal) {
      return "a number with at most " + decimal.scale() + " decimals";
    }
    if (type.equals(DataTypes.DateType)) {
      return "a date such as 2025-01-31";
    }
    if (type.equals(DataTypes.BooleanType)) {
      return "true or false";
    }
    return type.equals(DataTypes.IntegerType)
        ? "a whole number"
        : "a text without blanks around it";
  }

  private static boolean fits(BigDecimal value, DecimalType type) {
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
