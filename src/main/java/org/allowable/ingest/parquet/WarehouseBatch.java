package org.allowable.ingest.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rows for several tables that enter a warehouse together or not at all. Folders and files are
 * their owner's alone.
 *
 * <p>Data files are written beside the warehouse's tables in a staging folder, moved into place,
 * and then named in {@code _batches/<id>.json}, which is written last in one atomic move. Readers
 * trust only files that a batch names, so a batch that died half way leaves nothing that anybody
 * reads; the next batch sweeps it away. {@link BatchRecords} says what a record holds.
 *
 * <p>In a store the staging folder only says that a batch is under way: its files are written on
 * this machine's disk and copied to their places.
 */
public final class WarehouseBatch implements Closeable {

  private static final String PART = "-part";
  private static final String STAGING_PREFIX = "_staging-";

  // A batch may meet many months. When the rows that wait in memory for their files take more than
  // this, the largest file is ended, and what comes for its month begins another.
  private static final long WAITING_BYTES = 32L * 1024 * 1024;
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  private final FilePlace warehouse;
  private final String batchId;
  private final FilePlace staging;
  // Where files grow: a footer is written twice, which no store can do.
  private final Path drafts;
  private final Map<String, ParquetRowFile> open = new TreeMap<>();
  private final Map<String, Integer> parts = new TreeMap<>();
  private final List<BatchRecords.DataFile> staged = new ArrayList<>();
  private int rowsUnchecked;
  private boolean done;

  private WarehouseBatch(FilePlace warehouse, String batchId) throws IOException {
    this.warehouse = warehouse;
    this.batchId = batchId;
    this.staging = warehouse.resolve(STAGING_PREFIX + batchId);
    this.drafts = staging.isOnDisk() ? staging.onDisk() : Files.createTempDirectory(STAGING_PREFIX);
  }

  /** Starts a batch of a warehouse on this machine's disk. */
  public static WarehouseBatch begin(Path warehouse, String batchId) throws IOException {
    return begin(FilePlace.of(warehouse), batchId);
  }

  /**
   * Starts a batch.
   *
   * @param batchId a file name that no earlier batch of this warehouse had
   * @throws IOException if the warehouse cannot be written
   */
  public static WarehouseBatch begin(FilePlace warehouse, String batchId) throws IOException {
    BatchRecords.folder(warehouse).makeFolder();
    if (BatchRecords.file(warehouse, batchId).isFile()) {
      throw new IllegalArgumentException("Batch " + batchId + " is in the warehouse already");
    }
    sweep(warehouse);
    WarehouseBatch batch = new WarehouseBatch(warehouse, batchId);
    batch.staging.makeFolder();
    return batch;
  }

  /**
   * Adds a row to a table.
   *
   * @param row one value per column of {@link Table#schema()}; of a partitioned table the last
   *     value names the folder
   */
  public void write(Table table, @Nullable Object[] row) throws IOException {
    String folder = table.name();
    @Nullable Object[] values = row;
    if (!table.partition().isEmpty()) {
      folder += "/" + table.partition() + "=" + row[row.length - 1];
      values = java.util.Arrays.copyOf(row, row.length - 1);
    }
    ParquetRowFile file = open.get(folder);
    if (file == null) {
      file = begin(folder, table);
    }
    file.write(values);
    rowsUnchecked++;
    if (rowsUnchecked >= ROWS_BETWEEN_CHECKS) {
      rowsUnchecked = 0;
      endLargestFiles();
    }
  }

  private ParquetRowFile begin(String folder, Table table) throws IOException {
    int part = parts.merge(folder, 1, Integer::sum);
    Path path = drafts.resolve(path(folder, part));
    PrivateFiles.createDirectories(path.resolveSibling("."));
    ParquetRowFile file = new ParquetRowFile(path, table.fileColumns());
    open.put(folder, file);
    return file;
  }

  private String path(String folder, int part) {
    return folder + "/" + batchId + (part == 1 ? "" : PART + part) + ".parquet";
  }

  private void endLargestFiles() throws IOException {
    long waiting = 0;
    long most = -1;
    String largest = "";
    for (Map.Entry<String, ParquetRowFile> entry : open.entrySet()) {
      long bytes = entry.getValue().bufferedBytes();
      waiting += bytes;
      if (bytes > most) {
        most = bytes;
        largest = entry.getKey();
      }
    }
    if (waiting > WAITING_BYTES) {
      end(largest);
    }
  }

  private void end(String folder) throws IOException {
    ParquetRowFile file = java.util.Objects.requireNonNull(open.remove(folder));
    file.close();
    String path = path(folder, parts.getOrDefault(folder, 1));
    Path written = drafts.resolve(path);
    staged.add(
        new BatchRecords.DataFile(path, file.rows(), Files.size(written), Sha256.of(written)));
  }

  /** Makes the batch part of the warehouse. After this returns, readers see all of it. */
  public synchronized void commit() throws IOException {
    for (String folder : List.copyOf(open.keySet())) {
      end(folder);
    }
    staged.sort(Comparator.comparing(BatchRecords.DataFile::path));
    for (BatchRecords.DataFile file : staged) {
      warehouse.resolve(file.path()).take(drafts.resolve(file.path()));
    }
    BatchRecords.add(warehouse, batchId, staged, staging);
    deleteStaging();
    done = true;
  }

  /**
   * Throws the batch away unless it was committed: also what it had moved already. Where another
   * thread is committing it, that comes first.
   */
  @Override
  public synchronized void close() throws IOException {
    if (done) {
      return;
    }
    done = true;
    for (ParquetRowFile file : open.values()) {
      abandon(file);
    }
    if (!BatchRecords.file(warehouse, batchId).isFile()) {
      deleteDataFiles(warehouse, batchId);
    }
    deleteStaging();
  }

  private void deleteStaging() throws IOException {
    staging.delete();
    FilePlace.of(drafts).delete();
  }

  // Its end cannot be written where there is no room for it, and nobody is to read it.
  private static void abandon(ParquetRowFile file) {
    try {
      file.close();
    } catch (IOException | RuntimeException e) {
      // Goes with the staging folder.
    }
  }

  /** The batches that have begun and not ended, or died. */
  static List<String> underWay(FilePlace warehouse) throws IOException {
    return warehouse.entries().stream()
        .map(FilePlace::name)
        .filter(name -> name.startsWith(STAGING_PREFIX))
        .map(name -> name.substring(STAGING_PREFIX.length()))
        .toList();
  }

  /** Whether a batch writes files of this name. */
  static boolean isOf(String batchId, String fileName) {
    return Pattern.matches(Pattern.quote(batchId) + "(" + PART + "[0-9]+)?\\.parquet", fileName);
  }

  // What a batch that died left: its staging folder, and the data files it had already moved.
  private static void sweep(FilePlace warehouse) throws IOException {
    for (String dead : underWay(warehouse)) {
      if (!BatchRecords.file(warehouse, dead).isFile()) {
        deleteDataFiles(warehouse, dead);
      }
      warehouse.resolve(STAGING_PREFIX + dead).delete();
    }
  }

  private static void deleteDataFiles(FilePlace warehouse, String batchId) throws IOException {
    for (FilePlace file : warehouse.files()) {
      if (isOf(batchId, file.name())) {
        file.delete();
      }
    }
  }
}
