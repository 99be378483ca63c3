package org.allowable.ingest.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of notes that are right; the command's test says what is refused. */
class ProcedureNoteFileTest {

  private static final Table TABLE = ProcedureNotes.PROCEDURE_NOTE;
  private static final String CSV =
      """
      note_id,claim_id,service_date,approach,imaging,is_image_kept
      1,A,2025-10-06,Caudal,CT,yes
      """;

  @TempDir private Path folder;

  private List<List<@Nullable Object>> copied(Path notes) throws IOException {
    Path copy = folder.resolve("copy.parquet");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    WarehouseRows.readFile(
        new ProcedureNoteFile(notes, Set.of("caudal"), true).parquet(copy),
        TABLE,
        row -> rows.add(Arrays.asList(row)));
    return rows;
  }

  private static List<@Nullable Object> expected() {
    @Nullable Object[] row = new @Nullable Object[TABLE.columns().size()];
    row[TABLE.indexOf("note_id")] = "1";
    row[TABLE.indexOf("claim_id")] = "A";
    row[TABLE.indexOf("service_date")] = LocalDate.of(2025, 10, 6);
    row[TABLE.indexOf("approach")] = "caudal";
    row[TABLE.indexOf("imaging")] = "ct";
    row[TABLE.indexOf("is_image_kept")] = true;
    return Arrays.asList(row);
  }

  @Test
  void csv_is_read() throws IOException {
    assertThat(copied(Files.writeString(folder.resolve("notes.csv"), CSV)))
        .isEqualTo(List.of(expected()));
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws IOException {
    assertThat(copied(Files.writeString(folder.resolve("notes.csv"), "\uFEFF" + CSV)))
        .isEqualTo(List.of(expected()));
  }

  @Test
  void parquet_is_read_as_csv_is() throws IOException {
    Path notes = folder.resolve("notes.parquet");
    @Nullable Object[] row = expected().toArray();
    row[TABLE.indexOf("approach")] = "Caudal ";
    row[TABLE.indexOf("imaging")] = "CT";
    row[TABLE.indexOf("levels")] = " ";
    try (ParquetRowFile rows = new ParquetRowFile(notes, TABLE.columns())) {
      rows.write(row);
    }
    assertThat(copied(notes)).isEqualTo(List.of(expected()));
  }
}
