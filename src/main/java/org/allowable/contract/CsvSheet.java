package org.allowable.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allowable.model.InputException;
import org.allowable.model.Utf8Text;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header line, as spreadsheets save it; columns may stand in any order. */
final class CsvSheet {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  /** A row whose cells are read by column. */
  record CsvRow(Path file, CSVRecord record, int line) {

    FileLocation location() {
      return new FileLocation(file.toString(), line);
    }

    @Nullable String optional(String column) {
      if (!record.isMapped(column) || !record.isSet(column)) {
        return null;
      }
      String cell = record.get(column);
      return cell.isEmpty() ? null : cell;
    }

    @Nullable String optional(String column, Pattern form, String expected) {
      String cell = optional(column);
      if (cell != null && !form.matcher(cell).matches()) {
        throw wrong(column, expected);
      }
      return cell;
    }

    String text(String column, Pattern form, String expected) {
      String cell = optional(column, form, expected);
      if (cell == null) {
        throw wrong(column, expected);
      }
      return cell;
    }

    @Nullable LocalDate optionalDate(String column) {
      String cell = optional(column);
      try {
        return cell == null ? null : LocalDate.parse(cell);
      } catch (DateTimeException e) {
        throw wrong(column, "a date such as 2026-01-31");
      }
    }

    LocalDate date(String column) {
      LocalDate date = optionalDate(column);
      if (date == null) {
        throw wrong(column, "a date such as 2026-01-31");
      }
      return date;
    }

    BigDecimal number(String column, int scale) {
      String cell = optional(column);
      try {
        BigDecimal number = new BigDecimal(cell == null ? "" : cell);
        if (number.signum() >= 0
            && number.stripTrailingZeros().scale() <= scale
            && number.compareTo(BigDecimal.valueOf(100_000_000)) < 0) {
          return number.setScale(scale);
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw wrong(column, "a number of 0 or more with at most " + scale + " decimals");
    }

    InputException wrong(String column, String expected) {
      return InputException.at(
          file,
          "line " + line + ", column " + column,
          expected,
          optional(column) == null ? "nothing" : "something else",
          "Correct the cell.");
    }
  }

  private CsvSheet() {}

  /**
   * Reads a file.
   *
   * @param required columns that must be there
   * @param allowed further columns that may be
   * @throws InputException where it has other columns, or rows with too many cells
   */
  static List<CsvRow> read(Path file, List<String> required, List<String> allowed) {
    try (Reader text = Utf8Text.open(file);
        CSVParser parser = FORMAT.parse(text)) {
      checkHeader(file, parser.getHeaderNames(), required, allowed);
      List<CsvRow> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        CsvRow row = new CsvRow(file, record, (int) parser.getCurrentLineNumber());
        if (!record.isConsistent()) {
          throw row.location().wrong("the row has not as many cells as the header.");
        }
        rows.add(row);
      }
      return rows;
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ", line 1: a duplicate column, or one without a name.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          file + " cannot be read as comma separated UTF-8 text. Save it as such.", e);
    }
  }

  private static void checkHeader(
      Path file, List<String> found, List<String> required, List<String> allowed) {
    for (String column : required) {
      if (!found.contains(column)) {
        throw new InputException(
            "%s, line 1: there is no column %s. The columns are %s and, where wanted, %s."
                .formatted(file, column, String.join(", ", required), String.join(", ", allowed)));
      }
    }
    for (String column : found) {
      if (!required.contains(column) && !allowed.contains(column)) {
        throw new InputException(
            "%s, line 1: %s is not a column here. The columns are %s and, where wanted, %s."
                .formatted(file, column, String.join(", ", required), String.join(", ", allowed)));
      }
    }
  }
}
