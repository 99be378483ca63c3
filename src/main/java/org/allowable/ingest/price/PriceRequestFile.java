package org.allowable.ingest.price;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.model.InputException;
import org.allowable.model.PracticeTables;
import org.allowable.model.Utf8Text;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** A CSV file of services to be priced, with a header line; columns may stand in any order. */
public final class PriceRequestFile {

  /** Columns that must be there; their cells may be empty. */
  public static final List<String> COLUMNS =
      List.of(
          "hcpcs_code",
          "hcpcs_modifier_1",
          "hcpcs_modifier_2",
          "hcpcs_modifier_3",
          "hcpcs_modifier_4",
          "place_of_service_code",
          "service_date",
          "carrier",
          "locality",
          "units",
          "charge_amount");

  /** The column that may be missing: qp or non_qp. */
  public static final String APM = "apm";

  /**
   * Columns that may be missing: whether the participation in an advanced payment model qualifies
   * (qp, non_qp); encounter, which rows of one patient, day and physician share, so that they rank
   * together; procedure_rank, for a row whose companions are not in the file; the credential of who
   * rendered it; participation (participating, non_participating); payment_system (physician, asc,
   * opps) and, for the last two, wage_index; zip_code of the place of service, for a row without
   * carrier and locality.
   */
  public static final List<String> OPTIONAL =
      List.of(
          APM,
          "encounter",
          "procedure_rank",
          "credential",
          "participation",
          "payment_system",
          "wage_index",
          "zip_code");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setTrim(true)
          // Counted, so that a row is named as a spreadsheet numbers it.
          .setIgnoreEmptyLines(false)
          .get();

  // What a spreadsheet writes for a cell that it takes for a number.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(\\.\\d*)?(e[+-]?\\d+)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern PLUS_FOUR = Pattern.compile("(\\d{5})-?\\d{4}");
  private static final Pattern WHOLE = Pattern.compile("(\\d+)(?:\\.0*)?");

  private final Path file;

  /** A file, not looked at yet. */
  public PriceRequestFile(Path file) {
    this.file = file;
  }

  /**
   * Copies the requests into a Parquet file of {@link PracticeTables#PRICE_REQUEST}.
   *
   * @return how many there are
   * @throws InputException naming row and column of the first cell that cannot be read
   */
  public long copyTo(Path parquet) throws IOException {
    try (CSVParser parser = open();
        ParquetRowFile rows = new ParquetRowFile(parquet, PracticeTables.PRICE_REQUEST.columns())) {
      header(parser);
      for (CSVRecord record : parser) {
        if (!isBlank(record)) {
          rows.write(row(record));
        }
      }
      return rows.rows();
    } catch (CSVException | UncheckedIOException e) {
      throw new InputException(
          file + " is not CSV: a quote is not closed or stands inside a cell.", e);
    }
  }

  /**
   * The file as it stands, for echoing its cells beside the prices.
   *
   * @throws InputException if it is not UTF-8 text, then or while it is read
   */
  public CSVParser open() throws IOException {
    Reader reader = Utf8Text.open(file);
    try {
      return FORMAT.parse(reader);
    } catch (InputException e) {
      reader.close();
      throw e;
    } catch (IllegalArgumentException e) {
      reader.close();
      throw new InputException(file + ", row 1: a duplicate column, or one without a name.", e);
    }
  }

  /** Whether a row has nothing in any cell, as spreadsheets leave behind; it asks for no price. */
  public static boolean isBlank(CSVRecord record) {
    return record.stream().allMatch(String::isEmpty);
  }

  private void header(CSVParser parser) {
    List<String> found = parser.getHeaderNames();
    for (String column : COLUMNS) {
      if (!found.contains(column)) {
        throw new InputException(file + missing(column, found));
      }
    }
  }

  // Why a column is not there: mostly because the whole header is written in another way.
  private static String missing(String column, List<String> found) {
    if (found.isEmpty()) {
      return ": expected a header and a row for each service, found nothing. The file is empty.";
    }
    if (found.size() == 1 && found.get(0).matches("(?s).*[;\t].*")) {
      return ", row 1: expected commas between the columns, found %s. Separate the columns by commas."
          .formatted(found.get(0).indexOf(';') < 0 ? "tabs" : "semicolons");
    }
    if (found.stream().anyMatch(column::equalsIgnoreCase)) {
      return ", row 1: expected the column %s, found it in capitals. Write all names in lower case."
          .formatted(column);
    }
    return ", row 1: there is no column %s. The columns are %s and, where wanted, %s."
        .formatted(column, String.join(", ", COLUMNS), String.join(", ", OPTIONAL));
  }

  private @Nullable Object[] row(CSVRecord record) {
    if (!record.isConsistent()) {
      throw InputException.at(
          file,
          place(record),
          "as many cells as the header has",
          "another number of them",
          "Put a text that holds a comma in double quotes and run again; nothing was written.");
    }
    return new @Nullable Object[] {
      record.getRecordNumber(),
      code(record, "hcpcs_code", 5),
      modifier(record, "hcpcs_modifier_1"),
      modifier(record, "hcpcs_modifier_2"),
      modifier(record, "hcpcs_modifier_3"),
      modifier(record, "hcpcs_modifier_4"),
      digits(record, "place_of_service_code", 2),
      date(record, "service_date"),
      digits(record, "carrier", 5),
      digits(record, "locality", 2),
      number(record, "units", 3, 15),
      number(record, "charge_amount", 2, 12),
      choice(record, APM, "qp", "non_qp"),
      text(record, "encounter"),
      rank(record),
      text(record, "credential"),
      choice(record, "participation", "participating", "non_participating"),
      choice(record, "payment_system", "physician", "asc", "opps"),
      number(record, "wage_index", 4, 6),
      zip(record)
    };
  }

  private static @Nullable String text(CSVRecord record, String column) {
    String cell = record.isMapped(column) ? record.get(column) : "";
    return cell.isEmpty() ? null : cell;
  }

  // A spreadsheet takes a code of digits for a number: it drops the zeros before it and may show
  // it with decimals, from which the code can be told, or rounded with an exponent.
  private @Nullable String code(CSVRecord record, String column, int length) {
    String cell = text(record, column);
    if (cell == null || !NUMBER.matcher(cell).matches()) {
      return cell;
    }
    return ofDigits(record, column, cell, length);
  }

  private @Nullable String modifier(CSVRecord record, String column) {
    String cell = text(record, column);
    return cell == null || !cell.contains(".") ? cell : ofDigits(record, column, cell, 2);
  }

  private @Nullable String digits(CSVRecord record, String column, int length) {
    String cell = text(record, column);
    return cell == null ? null : ofDigits(record, column, cell, length);
  }

  // The first five digits say the locality, but for a few codes that CMS lists by nine.
  private @Nullable String zip(CSVRecord record) {
    String cell = text(record, "zip_code");
    Matcher plusFour = PLUS_FOUR.matcher(cell == null ? "" : cell);
    return cell == null
        ? null
        : ofDigits(record, "zip_code", plusFour.matches() ? plusFour.group(1) : cell, 5);
  }

  private String ofDigits(CSVRecord record, String column, String cell, int length) {
    Matcher whole = WHOLE.matcher(cell);
    if (!whole.matches() || whole.group(1).length() > length) {
      throw problem(
          record,
          column,
          length + " digits",
          cell.matches("(?i).*\\de[+-]?\\d+") ? "a number with an exponent" : "something else");
    }
    return "0".repeat(length - whole.group(1).length()) + whole.group(1);
  }

  private @Nullable LocalDate date(CSVRecord record, String column) {
    String cell = text(record, column);
    try {
      return cell == null ? null : LocalDate.parse(cell);
    } catch (DateTimeException e) {
      // 9/10 is a day of September or of October: nobody can tell.
      String found =
          cell != null && cell.matches("\\d+[/.-]\\d+[/.-]\\d+.*")
              ? "a date in another order or form"
              : "something else";
      throw problem(record, column, "a date such as 2026-10-31", found);
    }
  }

  private @Nullable BigDecimal number(CSVRecord record, String column, int scale, int precision) {
    String cell = text(record, column);
    if (cell == null) {
      return null;
    }
    if (cell.matches("[$(].*|-\\$.*|.*\\d,\\d{3}.*")) {
      throw problem(
          record,
          column,
          "a number with at most " + scale + " decimals",
          "a currency sign, parentheses or a comma");
    }
    if (!PLAIN.matcher(cell).matches()) {
      throw problem(
          record,
          column,
          "a number with at most " + scale + " decimals",
          NUMBER.matcher(cell).matches() ? "a number with an exponent" : "something else");
    }
    try {
      BigDecimal number = new BigDecimal(cell).setScale(scale, java.math.RoundingMode.UNNECESSARY);
      if (number.precision() <= precision) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Said below, as for a number that is too long.
    }
    throw problem(record, column, "a number with at most " + scale + " decimals", "something else");
  }

  private @Nullable Integer rank(CSVRecord record) {
    BigDecimal number = number(record, "procedure_rank", 0, 3);
    if (number != null && number.signum() <= 0) {
      throw problem(record, "procedure_rank", "a rank from 1", "something else");
    }
    return number == null ? null : number.intValueExact();
  }

  private @Nullable String choice(CSVRecord record, String column, String... allowed) {
    String cell = text(record, column);
    if (cell == null) {
      return null;
    }
    String chosen = cell.toLowerCase(Locale.ROOT);
    if (!List.of(allowed).contains(chosen)) {
      throw problem(
          record, column, String.join(", ", allowed) + " or an empty cell", "something else");
    }
    return chosen;
  }

  private static String place(CSVRecord record) {
    return "row " + (record.getRecordNumber() + 1);
  }

  private InputException problem(CSVRecord record, String column, String expected, String found) {
    return InputException.at(
        file,
        place(record) + ", column " + column,
        expected,
        found,
        "Correct the cell and run again; nothing was written.");
  }
}
