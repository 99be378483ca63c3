package org.allowable.contract;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.allowable.ingest.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** Cells that a contract's CSV files share. */
final class ContractCells {

  /** What a cell of a day should hold. */
  static final String A_DAY = "a date such as 2026-01-31";

  private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}|\\d{5}|\\d{4}[A-Z]");
  private static final Pattern MODIFIER = Pattern.compile("[A-Z0-9]{2}");
  private static final int DIGITS_OF_DOLLARS = 8;

  private ContractCells() {}

  /** Where a row stands. */
  static FileLocation location(CsvRow row) {
    return new FileLocation(row.file().toString(), (int) row.number());
  }

  /** The procedure code, which must be there. */
  static String code(CsvRow row) {
    String code = row.required("hcpcs_code", row.code("hcpcs_code"), "a procedure code");
    if (!CODE.matcher(code).matches()) {
      throw row.wrong("hcpcs_code", "a procedure code", "something else");
    }
    return code;
  }

  /** A modifier. */
  static @Nullable String modifier(CsvRow row, String column) {
    String modifier = row.modifier(column);
    if (modifier != null && !MODIFIER.matcher(modifier).matches()) {
      throw row.wrong(column, "a modifier", "something else");
    }
    return modifier;
  }

  /** An amount or quantity of 0 or more, which must be there. */
  static BigDecimal amount(CsvRow row, String column, int scale) {
    String expected = "a number of 0 or more with at most " + scale + " decimals";
    BigDecimal amount =
        row.required(column, row.number(column, scale, DIGITS_OF_DOLLARS + scale), expected);
    if (amount.signum() < 0) {
      throw row.wrong(column, expected, "a number below 0");
    }
    return amount;
  }
}
