package org.allowable.ingest.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.allowable.model.InputException;
import org.allowable.model.Utf8Text;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, as spreadsheets save it; columns may stand in any order, blank rows are
 * passed over. Read once, from first to last row.
 */
public final class CsvSheet implements Iterable<CsvRow>, Closeable {

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

  private final Path file;
  private final CSVParser parser;

  private CsvSheet(Path file, CSVParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Opens a file that has no columns but those named: another would be a slip in a name, and what
   * it says would be passed over.
   *
   * @param required columns that must be there
   * @param optional further columns that may be
   * @throws InputException if it has other columns, or is not UTF-8 text; also while it is read, as
   *     for a row of too few or too many cells
   */
  public static CsvSheet open(Path file, List<String> required, List<String> optional) {
    CsvSheet sheet = withOtherColumns(file, required, optional);
    List<String> found = sheet.header();
    for (int i = 0; i < found.size(); i++) {
      if (!required.contains(found.get(i)) && !optional.contains(found.get(i))) {
        sheet.close();
        throw InputException.at(
            file,
            "row 1, column " + (i + 1),
            "one of " + columns(required, optional),
            "another name",
            "Rename the column or leave it out; nothing was read.");
      }
    }
    return sheet;
  }

  /** Opens a file that may have further columns, as {@link #open}. */
  public static CsvSheet withOtherColumns(Path file, List<String> required, List<String> optional) {
    CsvSheet sheet = new CsvSheet(file, parser(file));
    for (String column : required) {
      if (!sheet.header().contains(column)) {
        sheet.close();
        throw new InputException(file + sheet.missing(column, required, optional));
      }
    }
    return sheet;
  }

  private static CSVParser parser(Path file) {
    try {
      Reader reader = Utf8Text.open(file);
      try {
        return FORMAT.parse(reader);
      } catch (InputException e) {
        reader.close();
        throw e;
      } catch (IllegalArgumentException e) {
        reader.close();
        throw new InputException(
            file + ", row 1: a duplicate column, or one without a name. Correct it and run again.",
            e);
      } catch (UncheckedIOException | IOException e) {
        reader.close();
        throw notCsv(file, e);
      }
    } catch (IOException e) {
      throw new InputException(file + " cannot be read. Check that it can be opened.", e);
    }
  }

  private static InputException notCsv(Path file, Exception cause) {
    return new InputException(
        file
            + " is not CSV: a quote is not closed or stands inside a cell. Correct it and run again.",
        cause);
  }

  // Why a column is not there: mostly because the whole header is written in another way.
  private String missing(String column, List<String> required, List<String> optional) {
    List<String> found = header();
    if (found.isEmpty()) {
      return ": expected a header and rows below it, found nothing. The file is empty.";
    }
    if (found.size() == 1 && found.get(0).matches("(?s).*[;\t].*")) {
      return ", row 1: expected commas between the columns, found %s. Separate the columns by commas."
          .formatted(found.get(0).indexOf(';') < 0 ? "tabs" : "semicolons");
    }
    if (found.stream().anyMatch(column::equalsIgnoreCase)) {
      return ", row 1: expected the column %s, found it in capitals. Write all names in lower case."
          .formatted(column);
    }
    return ", row 1: there is no column %s. The columns are %s."
        .formatted(column, columns(required, optional));
  }

  private static String columns(List<String> required, List<String> optional) {
    String all = String.join(", ", required);
    return optional.isEmpty() ? all : all + " and, where wanted, " + String.join(", ", optional);
  }

  /** The columns in the order of the file. */
  public List<String> header() {
    return parser.getHeaderNames();
  }

  @Override
  public Iterator<CsvRow> iterator() {
    Iterator<CSVRecord> records = parser.iterator();
    return new Iterator<>() {

      private @Nullable CsvRow next;

      @Override
      public boolean hasNext() {
        while (next == null && hasRecord(records)) {
          CSVRecord record = records.next();
          if (!record.stream().allMatch(String::isEmpty)) {
            next = row(record);
          }
        }
        return next != null;
      }

      @Override
      public CsvRow next() {
        CsvRow row = hasNext() ? next : null;
        if (row == null) {
          throw new NoSuchElementException();
        }
        next = null;
        return row;
      }
    };
  }

  private boolean hasRecord(Iterator<CSVRecord> records) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw notCsv(file, e);
    }
  }

  private CsvRow row(CSVRecord record) {
    CsvRow row = new CsvRow(file, record);
    if (!record.isConsistent()) {
      throw InputException.at(
          file,
          "row " + row.number(),
          "as many cells as the header has",
          "another number of them",
          "Put a text that holds a comma in double quotes and run again; nothing was written.");
    }
    return row;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
