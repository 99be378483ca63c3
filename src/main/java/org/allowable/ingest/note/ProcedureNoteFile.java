package org.allowable.ingest.note;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.InputException;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.allowable.model.Utf8Text;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A file of procedure notes: Parquet, or CSV with a header of the columns of {@link
 * ProcedureNotes#PROCEDURE_NOTE} in any order. In CSV, columns that may be empty may be missing.
 */
public final class ProcedureNoteFile {

  private static final Table TABLE = ProcedureNotes.PROCEDURE_NOTE;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final Path file;
  private final NoteRows rows;

  /**
   * A file, not looked at yet.
   *
   * @param approaches words that a note may say for its approach
   * @param arePatientsKnown whether a note may name its patient in place of its claim
   * @throws InputException if it is not there
   */
  public ProcedureNoteFile(Path file, Set<String> approaches, boolean arePatientsKnown) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "There is no file of procedure notes " + file + ". Name a CSV or Parquet file.");
    }
    this.file = file;
    this.rows = new NoteRows(file, approaches, arePatientsKnown);
  }

  /**
   * Copies the notes to a Parquet file of {@link ProcedureNotes#PROCEDURE_NOTE}.
   *
   * @return the copy
   * @throws InputException naming row and column, or column, of what is not as it must be
   */
  public Path parquet(Path copy) throws IOException {
    try (ParquetRowFile written = new ParquetRowFile(copy, TABLE.columns())) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
        copyParquet(written);
      } else {
        copyCsv(written);
      }
    }
    return copy;
  }

  private void copyParquet(ParquetRowFile written) throws IOException {
    ParquetCheck.check(file, TABLE);
    AtomicLong number = new AtomicLong();
    WarehouseRows.readFile(
        file, TABLE, row -> written.write(rows.checked(row, number.incrementAndGet())));
  }

  private void copyCsv(ParquetRowFile written) throws IOException {
    try (Reader reader = Utf8Text.open(file);
        CSVParser parser = FORMAT.parse(reader)) {
      requireColumns(parser.getHeaderNames());
      for (CSVRecord record : parser) {
        written.write(rows.checked(row(record), number(record)));
      }
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file + ", row 1: a duplicate column, or one without a name. Correct it and run again.",
          e);
    } catch (CSVException | UncheckedIOException e) {
      throw notCsv(e);
    }
  }

  private InputException notCsv(Exception cause) {
    return new InputException(
        file
            + " is not CSV: a quote is not closed or stands inside a cell. Correct it and run again.",
        cause);
  }

  // A column that nobody knows is a slip in its name: what it says would be passed over.
  private void requireColumns(List<String> found) {
    List<String> known = TABLE.columnNames();
    for (int i = 0; i < found.size(); i++) {
      if (!known.contains(found.get(i))) {
        throw InputException.at(
            file,
            "row 1, column " + (i + 1),
            "one of " + String.join(", ", known),
            "another name",
            "Rename the column or leave it out; nothing was read.");
      }
    }
    for (TableColumn column : TABLE.columns()) {
      if (column.isRequired() && !found.contains(column.name())) {
        throw new InputException(
            "%s, row 1: there is no column %s. Every note needs it."
                .formatted(file, column.name()));
      }
    }
  }

  private @Nullable Object[] row(CSVRecord record) {
    if (!record.isConsistent()) {
      throw InputException.at(
          file,
          "row " + number(record),
          "as many cells as the header has",
          "another number of them",
          "Put a text that holds a comma in double quotes and run again.");
    }
    List<TableColumn> columns = TABLE.columns();
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = cell(record, columns.get(i));
    }
    return row;
  }

  private @Nullable Object cell(CSVRecord record, TableColumn column) {
    String text = record.isMapped(column.name()) ? record.get(column.name()) : "";
    if (text.isEmpty()) {
      return null;
    }
    if (column.type() == Plain.DATE) {
      return date(record, column.name(), text);
    }
    return column.type() == Plain.BOOLEAN ? flag(record, column.name(), text) : text;
  }

  private LocalDate date(CSVRecord record, String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw rows.problem(number(record), column, "a date such as 2026-10-31", "something else");
    }
  }

  private boolean flag(CSVRecord record, String column, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default ->
          throw rows.problem(
              number(record), column, "true, false or an empty cell", "something else");
    };
  }

  private static long number(CSVRecord record) {
    return record.getRecordNumber() + 1;
  }
}
