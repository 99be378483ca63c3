package org.allowable.engine.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** Rows on their way to a session: few are held, many go to a Parquet file. */
final class LoadedRows implements Closeable {

  // A plan that carries more rows is slower than one that reads them.
  private static final int FEW = 2_000;

  private final Path file;
  private final Table table;
  private final List<@Nullable Object[]> held = new ArrayList<>();
  private @Nullable ParquetRowFile written;

  /**
   * None yet.
   *
   * @param file where many go; not there before
   */
  LoadedRows(Path file, Table table) {
    this.file = file;
    this.table = table;
  }

  /** Takes a row. */
  void add(@Nullable Object[] row) {
    try {
      ParquetRowFile to = written;
      if (to == null && held.size() < FEW) {
        held.add(row);
        return;
      }
      if (to == null) {
        to = new ParquetRowFile(file, table.columns());
        written = to;
        for (@Nullable Object[] before : held) {
          to.write(before);
        }
      }
      to.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all rows are held. */
  boolean isHeld() {
    return written == null;
  }

  /** The rows, where all are held. */
  List<@Nullable Object[]> held() {
    return held;
  }

  @Override
  public void close() throws IOException {
    if (written != null) {
      written.close();
    }
  }
}
