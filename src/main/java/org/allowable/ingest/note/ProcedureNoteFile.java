package org.allowable.ingest.note;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.model.InputException;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * A file of procedure notes: Parquet, or CSV with a header of the columns of {@link
 * ProcedureNotes#PROCEDURE_NOTE} in any order. In CSV, columns that may be empty may be missing.
 */
public final class ProcedureNoteFile {

  private static final Table TABLE = ProcedureNotes.PROCEDURE_NOTE;
  private static final List<String> IMAGING = List.of("fluoroscopy", "ct", "ultrasound", "none");
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
  private final Map<String, Long> rowOfNote = new HashMap<>();

  /**
   * A file, not looked at yet.
   *
   * @throws InputException if it is not there
   */
  public ProcedureNoteFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "There is no file of procedure notes " + file + ". Name a CSV or Parquet file.");
    }
    this.file = file;
  }

  /**
   * The notes as a Parquet file of {@link ProcedureNotes#PROCEDURE_NOTE}.
   *
   * @param copy where a CSV file is copied to
   * @return the copy, or the file itself where it is Parquet
   * @throws InputException naming row and column, or column, of what is not as it must be
   */
  public Path parquet(Path copy) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
      ParquetCheck.check(file, TABLE);
      return file;
    }
    try (CSVParser parser = open();
        ParquetRowFile rows = new ParquetRowFile(copy, TABLE.schema())) {
      requireColumns(parser.getHeaderNames());
      for (CSVRecord record : parser) {
        rows.write(row(record));
      }
    } catch (UncheckedIOException e) {
      throw new InputException(
          file + " is not CSV: a quote is not closed or stands inside a cell.", e);
    }
    return copy;
  }

  private CSVParser open() throws IOException {
    Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    try {
      return FORMAT.parse(reader);
    } catch (IllegalArgumentException e) {
      reader.close();
      throw new InputException(file + ", row 1: a column stands there twice or has no name.", e);
    }
  }

  // A column that nobody knows is a slip in its name: what it says would be passed over.
  private void requireColumns(List<String> found) {
    List<String> known = List.of(TABLE.schema().fieldNames());
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
    for (StructField field : TABLE.schema().fields()) {
      if (!field.nullable() && !found.contains(field.name())) {
        throw new InputException(
            "%s, row 1: there is no column %s. Every note needs it.".formatted(file, field.name()));
      }
    }
  }

  private @Nullable Object[] row(CSVRecord record) {
    if (!record.isConsistent()) {
      throw InputException.at(
          file,
          place(record),
          "as many cells as the header has",
          "another number of them",
          "Put a text that holds a comma in double quotes and run again.");
    }
    StructField[] fields = TABLE.schema().fields();
    @Nullable Object[] row = new @Nullable Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      row[i] = cell(record, fields[i]);
    }
    requireOwner(record);
    return row;
  }

  private @Nullable Object cell(CSVRecord record, StructField field) {
    String text = text(record, field.name());
    if (text == null) {
      if (!field.nullable()) {
        throw problem(record, field.name(), "a value", "nothing");
      }
      return null;
    }
    if (field.dataType() instanceof DateType) {
      return date(record, field.name(), text);
    }
    if (field.dataType() instanceof BooleanType) {
      return flag(record, field.name(), text);
    }
    return switch (field.name()) {
      case "imaging" -> imaging(record, text);
      case "note_id" -> once(record, text);
      default -> text;
    };
  }

  private LocalDate date(CSVRecord record, String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw problem(record, column, "a date such as 2026-10-31", "something else");
    }
  }

  private boolean flag(CSVRecord record, String column, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default -> throw problem(record, column, "true, false or an empty cell", "something else");
    };
  }

  private String imaging(CSVRecord record, String text) {
    String kind = text.toLowerCase(Locale.ROOT);
    if (!IMAGING.contains(kind)) {
      throw problem(
          record, "imaging", String.join(", ", IMAGING) + " or an empty cell", "something else");
    }
    return kind;
  }

  private String once(CSVRecord record, String noteId) {
    Long first = rowOfNote.putIfAbsent(noteId, record.getRecordNumber() + 1);
    if (first != null) {
      throw problem(record, "note_id", "a note that is not there yet", "that of row " + first);
    }
    return noteId;
  }

  private void requireOwner(CSVRecord record) {
    boolean isOfClaim = text(record, "claim_id") != null;
    boolean isOfPatient =
        text(record, "patient_key") != null && text(record, "rendering_npi") != null;
    if (!isOfClaim && !isOfPatient) {
      throw problem(
          record, "claim_id", "a claim identifier, or patient_key and rendering_npi", "neither");
    }
  }

  private static @Nullable String text(CSVRecord record, String column) {
    String cell = record.isMapped(column) ? record.get(column) : "";
    return cell.isEmpty() ? null : cell;
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
        "Correct the cell and run again.");
  }
}
