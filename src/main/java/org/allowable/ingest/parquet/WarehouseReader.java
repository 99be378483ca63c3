package org.allowable.ingest.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.allowable.model.InputException;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a table of a warehouse, all of it or not at all.
 *
 * <p>Where batches wrote the warehouse, its files are those that the batch records name, each with
 * the size recorded: Spark would read on without a part that is missing or empty. A file beside
 * them is refused, because nobody would miss its rows; but for what a batch that has not ended, or
 * died, has put there. A warehouse that somebody else wrote has no batch records; there every
 * Parquet file of the table's folder counts, in partition folders or with the partition column
 * inside.
 */
public final class WarehouseReader {

  private WarehouseReader() {}

  /**
   * Reads a table after checking every file of it.
   *
   * @return rows with the columns of {@link Table#schema()}; none where the table has no file
   * @throws InputException if a file is not what the warehouse recorded or the table's contract
   *     says
   */
  public static Dataset<Row> read(SparkSession spark, Path warehouse, Table table) {
    List<Path> files = files(warehouse, table);
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    files.forEach(file -> ParquetCheck.check(file, table));
    refuseTwoLayouts(files, warehouse, table);
    return spark
        .read()
        .schema(table.schema())
        .option("basePath", folder(warehouse, table).toString())
        .parquet(files.stream().map(Path::toString).toArray(String[]::new));
  }

  /**
   * The data files of a table, in the order of their paths.
   *
   * @throws InputException if there is no warehouse, a file that a batch wrote is missing or has
   *     another size, or a file is there that no batch wrote
   */
  public static List<Path> files(Path warehouse, Table table) {
    requireFolder(warehouse);
    try {
      return Files.isDirectory(warehouse.resolve(WarehouseBatch.BATCHES))
          ? recorded(warehouse, table)
          : found(warehouse, table);
    } catch (IOException e) {
      throw new InputException("The warehouse folder " + warehouse + " cannot be read.", e);
    }
  }

  /**
   * Checks that there is a warehouse's folder.
   *
   * @throws InputException if there is none
   */
  public static void requireFolder(Path warehouse) {
    if (!Files.isDirectory(warehouse)) {
      throw new InputException(
          "There is no warehouse folder "
              + warehouse
              + ". Name the folder that ingestion or the sample wrote.");
    }
  }

  /**
   * Fingerprints of the files that {@link #read} would read, for the manifest of a run.
   *
   * @throws InputException as {@link #read}
   */
  public static List<InputFile> inputs(Path warehouse, Table table) {
    return files(warehouse, table).stream()
        .map(file -> fingerprint(warehouse.toAbsolutePath().normalize(), file, table))
        .toList();
  }

  private static List<Path> recorded(Path warehouse, Table table) throws IOException {
    // In this order: a batch that ends meanwhile is either still under way or recorded.
    List<Path> there = unchecked(folder(warehouse, table));
    List<String> underWay = WarehouseBatch.underWay(warehouse);
    List<Path> files = new ArrayList<>();
    for (WarehouseBatch.Written batch : WarehouseBatch.batches(warehouse)) {
      for (WarehouseBatch.DataFile recorded : batch.files()) {
        if (recorded.path().startsWith(table.name() + "/")) {
          Path file = warehouse.toAbsolutePath().normalize().resolve(recorded.path());
          checkSize(file, recorded, batch);
          files.add(file);
        }
      }
    }
    refuseUnrecorded(there, new HashSet<>(files), underWay);
    return files.stream().sorted().toList();
  }

  private static void refuseUnrecorded(
      List<Path> there, Set<Path> recorded, List<String> underWay) {
    for (Path file : there) {
      String name = String.valueOf(file.getFileName());
      if (!recorded.contains(file)
          && underWay.stream().noneMatch(batch -> WarehouseBatch.isOf(batch, name))) {
        throw InputException.at(
            file,
            "the whole file",
            "a file that a batch of this warehouse wrote",
            "one that no batch records",
            "Take it away and ingest its source, or put it into a warehouse without batch records.");
      }
    }
  }

  private static void checkSize(
      Path file, WarehouseBatch.DataFile recorded, WarehouseBatch.Written batch)
      throws IOException {
    String found = "no such file";
    if (Files.isRegularFile(file)) {
      long bytes = Files.size(file);
      if (bytes == recorded.bytes()) {
        return;
      }
      found = bytes + " bytes";
    }
    throw InputException.at(
        file,
        "a part of batch " + batch.batchId(),
        recorded.bytes() + " bytes",
        found,
        "Restore the file from a copy, or build the warehouse again from its sources.");
  }

  private static List<Path> found(Path warehouse, Table table) throws IOException {
    Path folder = folder(warehouse, table);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
      refuseUnfinished(folder, files);
      return data(folder, files.stream());
    }
  }

  private static List<Path> unchecked(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return data(folder, paths.filter(Files::isRegularFile).sorted());
    }
  }

  private static List<Path> data(Path folder, Stream<Path> files) {
    return files
        .filter(file -> file.toString().endsWith(".parquet") && !isHidden(folder, file))
        .toList();
  }

  private static void refuseUnfinished(Path folder, List<Path> files) {
    for (Path file : files) {
      if (folder.relativize(file).startsWith("_temporary")) {
        throw InputException.at(
            folder,
            "folder _temporary",
            "a finished table",
            "what a writer left that has not finished",
            "Wait for the writer or write the table again.");
      }
    }
  }

  // As Spark does, names with a leading underscore or dot are not data.
  private static boolean isHidden(Path folder, Path file) {
    return StreamSupport.stream(folder.relativize(file).spliterator(), false)
        .map(Path::toString)
        .anyMatch(name -> name.startsWith("_") || name.startsWith("."));
  }

  private static void refuseTwoLayouts(List<Path> files, Path warehouse, Table table) {
    long inFolders =
        files.stream().filter(file -> ParquetCheck.isInPartitionFolder(file, table)).count();
    if (inFolders > 0 && inFolders < files.size()) {
      throw InputException.at(
          folder(warehouse, table),
          "the folder",
          "all files in folders " + table.partition() + "=... or none",
          "both",
          "Write the table in one layout.");
    }
  }

  private static InputFile fingerprint(Path warehouse, Path file, Table table) {
    try {
      return new InputFile(
          warehouse.relativize(file).toString().replace('\\', '/'),
          Files.size(file),
          ParquetCheck.check(file, table),
          Sha256.of(file));
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read.", e);
    }
  }

  private static Path folder(Path warehouse, Table table) {
    return warehouse.toAbsolutePath().normalize().resolve(table.name());
  }
}
