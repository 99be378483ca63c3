package org.allowable.ingest.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.allowable.ingest.csv.CsvRow;
import org.allowable.ingest.csv.CsvSheet;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.InputException;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A file of procedure notes: Parquet, or CSV with a header of the columns of {@link
 * ProcedureNotes#PROCEDURE_NOTE} in any order. In CSV, columns that may be empty may be missing.
 */
public final class ProcedureNoteFile {

  private static final Table TABLE = ProcedureNotes.PROCEDURE_NOTE;
  private static final List<String> REQUIRED = columns(true);
  private static final List<String> OPTIONAL = columns(false);

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
    try (CsvSheet sheet = CsvSheet.open(file, REQUIRED, OPTIONAL)) {
      for (CsvRow row : sheet) {
        written.write(rows.checked(note(row), row.number()));
      }
    }
  }

  private static List<String> columns(boolean areRequired) {
    return TABLE.columns().stream()
        .filter(column -> column.isRequired() == areRequired)
        .map(TableColumn::name)
        .toList();
  }

  private static @Nullable Object[] note(CsvRow row) {
    return TABLE.columns().stream().map(column -> cell(row, column)).toArray();
  }

  private static @Nullable Object cell(CsvRow row, TableColumn column) {
    if (column.type() == Plain.DATE) {
      return row.date(column.name());
    }
    return column.type() == Plain.BOOLEAN ? row.flag(column.name()) : row.text(column.name());
  }
}
