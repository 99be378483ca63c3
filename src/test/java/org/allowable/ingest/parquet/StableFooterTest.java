package org.allowable.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.Sparks;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.TableColumn;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class StableFooterTest {

  private static final int COLUMNS = 12;
  private static final int ROWS = 40;

  @TempDir private Path folder = Path.of("");

  private Path file = Path.of("");

  // Texts that repeat and texts that do not, so that columns are encoded in several ways.
  @BeforeEach
  void write_a_file() throws IOException {
    List<TableColumn> columns = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      columns.add(new TableColumn("column" + column, Plain.STRING, false));
    }
    file = folder.resolve("rows.parquet");
    try (ParquetRowFile rows = new ParquetRowFile(file, columns)) {
      for (int row = 0; row < ROWS; row++) {
        Object[] cells = new Object[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
          cells[column] = "text " + row % (column + 1);
        }
        rows.write(cells);
      }
    }
  }

  @Test
  void encodings_stand_in_one_order_whatever_the_process() throws IOException {
    List<List<Encoding>> found = encodings();
    assertThat(found).hasSize(COLUMNS).allMatch(encodings -> encodings.size() > 1);
    assertThat(found).allSatisfy(encodings -> assertThat(encodings).isSorted());
  }

  @Test
  void the_rows_are_read_as_they_were_written() {
    assertThat(ParquetCheck.rows(FilePlace.of(file))).isEqualTo(ROWS);
    assertThat(Sparks.session().read().parquet(file.toString()).distinct().count()).isEqualTo(ROWS);
  }

  private List<List<Encoding>> encodings() throws IOException {
    List<List<Encoding>> found = new ArrayList<>();
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(in.length() - 8);
      in.seek(in.length() - 8 - Integer.reverseBytes(in.readInt()));
      FileMetaData footer =
          Util.readFileMetaData(java.nio.channels.Channels.newInputStream(in.getChannel()));
      for (RowGroup group : footer.getRow_groups()) {
        for (ColumnChunk column : group.getColumns()) {
          found.add(column.getMeta_data().getEncodings());
        }
      }
    }
    return found;
  }
}
