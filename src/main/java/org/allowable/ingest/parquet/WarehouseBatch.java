package org.allowable.ingest.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 */
public final class WarehouseBatch implements Closeable {

  private static final String PART = "-part";
  private static final String STAGING_PREFIX = "_staging-";

  // A batch may meet many months. When the rows that wait in memory for their files take more than
  // this, the largest file is ended, and what comes for its month begins another.
  private static final long WAITING_BYTES = 32L * 1024 * 1024;
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  private final Path warehouse;
  private final String batchId;
  private final Path staging;
  private final Map<String, ParquetRowFile> open = new TreeMap<>();
  private final Map<String, Integer> parts = new TreeMap<>();
  private final List<BatchRecords.DataFile> staged = new ArrayList<>();
  private int rowsUnchecked;
  private boolean done;

  private WarehouseBatch(Path warehouse, String batchId) {
    this.warehouse = warehouse;
    this.batchId = batchId;
    this.staging = warehouse.resolve(STAGING_PREFIX + batchId);
  }

  /**
   * Starts a batch.
   *
   * @param batchId a file name that no earlier batch of this warehouse had
   * @throws IOException if the warehouse cannot be written
   */
  public static WarehouseBatch begin(Path warehouse, String batchId) throws IOException {
    PrivateFiles.createDirectories(BatchRecords.folder(warehouse));
    if (Files.exists(BatchRecords.file(warehouse, batchId))) {
      throw new IllegalArgumentException("Batch " + batchId + " is in the warehouse already");
    }
    sweep(warehouse);
    WarehouseBatch batch = new WarehouseBatch(warehouse, batchId);
    PrivateFiles.createDirectories(batch.staging);
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
    Path path = staging.resolve(path(folder, part));
    PrivateFiles.createFolderOf(path);
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
    Path written = staging.resolve(path);
    staged.add(
        new BatchRecords.DataFile(path, file.rows(), Files.size(written), Sha256.of(written)));
  }

  /** Makes the batch part of the warehouse. After this returns, readers see all of it. */
  public void commit() throws IOException {
    for (String folder : List.copyOf(open.keySet())) {
      end(folder);
    }
    staged.sort(Comparator.comparing(BatchRecords.DataFile::path));
    for (BatchRecords.DataFile file : staged) {
      Path from = staging.resolve(file.path());
      Path to = warehouse.resolve(file.path());
      PrivateFiles.restrict(from);
      force(from);
      PrivateFiles.createFolderOf(to);
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
    BatchRecords.add(warehouse, batchId, staged, staging);
    deleteTree(staging);
    done = true;
  }

  /** Throws the batch away unless it was committed: also what it had moved already. */
  @Override
  public void close() throws IOException {
    if (done) {
      return;
    }
    done = true;
    for (ParquetRowFile file : open.values()) {
      abandon(file);
    }
    if (!Files.exists(BatchRecords.file(warehouse, batchId))) {
      deleteDataFiles(warehouse, batchId);
    }
    deleteTree(staging);
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
  static List<String> underWay(Path warehouse) throws IOException {
    try (Stream<Path> entries = Files.list(warehouse)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(STAGING_PREFIX))
          .map(name -> name.substring(STAGING_PREFIX.length()))
          .toList();
    }
  }

  /** Whether a batch writes files of this name. */
  static boolean isOf(String batchId, String fileName) {
    return Pattern.matches(Pattern.quote(batchId) + "(" + PART + "[0-9]+)?\\.parquet", fileName);
  }

  // What a batch that died left: its staging folder, and the data files it had already moved.
  private static void sweep(Path warehouse) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> entries = Files.list(warehouse)) {
      leftovers =
          entries.filter(e -> e.getFileName().toString().startsWith(STAGING_PREFIX)).toList();
    }
    for (Path leftover : leftovers) {
      String dead = leftover.getFileName().toString().substring(STAGING_PREFIX.length());
      if (!Files.exists(BatchRecords.file(warehouse, dead))) {
        deleteDataFiles(warehouse, dead);
      }
      deleteTree(leftover);
    }
  }

  private static void deleteDataFiles(Path warehouse, String batchId) throws IOException {
    try (Stream<Path> files = Files.walk(warehouse)) {
      for (Path file : files.filter(f -> isOf(batchId, f.getFileName().toString())).toList()) {
        Files.delete(file);
      }
    }
  }

  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
