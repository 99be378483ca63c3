package org.allowable.ingest.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;

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
   * The data files of a table, after checking each of them against its contract.
   *
   * @return none where the table has no file
   * @throws InputException if a file is not what the warehouse recorded or the table's contract
   *     says
   */
  public static List<FilePlace> checked(FilePlace warehouse, Table table) {
    List<FilePlace> files = files(warehouse, table);
    files.forEach(file -> ParquetCheck.check(file, table));
    refuseTwoLayouts(files, warehouse, table);
    return files;
  }

  /** The same of a warehouse on this machine's disk. */
  public static List<Path> checked(Path warehouse, Table table) {
    return checked(FilePlace.of(warehouse), table).stream().map(FilePlace::onDisk).toList();
  }

  /**
   * The data files of a table, in the order of their paths.
   *
   * @throws InputException if there is no warehouse, a file that a batch wrote is missing or has
   *     another size, or a file is there that no batch wrote
   */
  public static List<FilePlace> files(FilePlace warehouse, Table table) {
    requireFolder(warehouse);
    try {
      return BatchRecords.areThere(warehouse)
          ? recorded(warehouse, table)
          : found(warehouse, table);
    } catch (IOException e) {
      throw new InputException("The warehouse folder " + warehouse + " cannot be read.", e);
    }
  }

  /**
   * Checks that there is a warehouse's folder, and that it can be read.
   *
   * @throws InputException if not
   */
  public static void requireFolder(FilePlace warehouse) {
    if (!warehouse.isFolder()) {
      throw new InputException(
          "There is no warehouse folder "
              + warehouse
              + ". Name the folder that ingestion or the sample wrote.");
    }
    // What cannot be listed would pass for a warehouse without a table.
    if (!warehouse.isReadable()) {
      throw new InputException(
          "The warehouse folder "
              + warehouse
              + " cannot be read by this user. Give the permission, or run as its owner.");
    }
  }

  /**
   * Checks that there is something to report on, and that nothing of it came twice.
   *
   * @param inputs files of all tables, as {@link #inputs} found them
   * @throws InputException if no claim and no remittance is there, or a transaction occurs twice
   */
  public static void requireSound(FilePlace warehouse, List<InputFile> inputs) {
    long rows =
        inputs.stream()
            .filter(file -> isOf(file, Warehouse.CLAIM_LINE) || isOf(file, Warehouse.REMIT_LINE))
            .mapToLong(InputFile::rows)
            .sum();
    if (rows == 0) {
      throw new InputException(
          "The warehouse "
              + warehouse
              + " holds no claim and no remittance. Ingest your 837P and 835 files first, or name"
              + " another with --warehouse.");
    }
    Map<String, String> sources = new HashMap<>();
    for (InputFile file : inputs) {
      if (isOf(file, Warehouse.INGESTED_TRANSACTION)) {
        refuseTwice(warehouse, file, sources);
      }
    }
  }

  private static boolean isOf(InputFile file, Table table) {
    return file.path().startsWith(table.name() + "/");
  }

  private static void refuseTwice(
      FilePlace warehouse, InputFile file, Map<String, String> sources) {
    Table table = Warehouse.INGESTED_TRANSACTION;
    int id = table.indexOf("transaction_id");
    int source = table.indexOf("source_file");
    try {
      WarehouseRows.readFile(
          warehouse.resolve(file.path()),
          table,
          row -> {
            String here = row[source] + " (" + file.path() + ")";
            String before = sources.putIfAbsent(String.valueOf(row[id]), here);
            if (before != null) {
              throw new InputException(
                  "The warehouse "
                      + warehouse
                      + " holds transaction "
                      + row[id]
                      + " twice, from "
                      + before
                      + " and "
                      + here
                      + ": its dollars would count twice. Build the warehouse again from its"
                      + " sources.");
            }
          });
    } catch (IOException e) {
      throw new InputException(
          "The file " + warehouse.resolve(file.path()) + " cannot be read.", e);
    }
  }

  /**
   * Fingerprints of the files that {@link #checked} would read, for the manifest of a run.
   *
   * @throws InputException as {@link #checked}
   */
  public static List<InputFile> inputs(FilePlace warehouse, Table table) {
    Map<String, String> known = recordedHashes(warehouse);
    // Of a store every footer is a journey.
    Stream<FilePlace> files =
        warehouse.isOnDisk()
            ? files(warehouse, table).stream()
            : files(warehouse, table).parallelStream();
    List<InputFile> inputs = files.map(file -> fingerprint(warehouse, file, table, known)).toList();
    if (BatchRecords.areThere(warehouse)) {
      BatchRecords.requireContent(warehouse, inputs);
    }
    return inputs;
  }

  /** The same of a warehouse on this machine's disk. */
  public static List<InputFile> inputs(Path warehouse, Table table) {
    return inputs(FilePlace.of(warehouse), table);
  }

  // A store holds what it took against its own checksums, and to read it all would be to read the
  // warehouse twice: there the record says what is in a file. Pages are checked by who reads them.
  private static Map<String, String> recordedHashes(FilePlace warehouse) {
    if (warehouse.isOnDisk() || !BatchRecords.areThere(warehouse)) {
      return Map.of();
    }
    Map<String, String> hashes = new HashMap<>();
    try {
      for (BatchRecords.Written batch : BatchRecords.read(warehouse)) {
        for (BatchRecords.DataFile file : batch.files()) {
          if (file.sha256() != null) {
            hashes.put(file.path(), file.sha256());
          }
        }
      }
    } catch (IOException e) {
      throw new InputException("The warehouse folder " + warehouse + " cannot be read.", e);
    }
    return hashes;
  }

  private static List<FilePlace> recorded(FilePlace warehouse, Table table) throws IOException {
    // In this order: a batch that ends meanwhile is either still under way or recorded.
    List<FilePlace> there = unchecked(folder(warehouse, table));
    List<String> underWay = WarehouseBatch.underWay(warehouse);
    List<FilePlace> files = new ArrayList<>();
    for (BatchRecords.Written batch : BatchRecords.read(warehouse)) {
      for (BatchRecords.DataFile recorded : batch.files()) {
        if (recorded.path().startsWith(table.name() + "/")) {
          files.add(BatchRecords.requireSize(warehouse, recorded, batch));
        }
      }
    }
    refuseUnrecorded(there, new HashSet<>(files), underWay);
    return files.stream().sorted().toList();
  }

  private static void refuseUnrecorded(
      List<FilePlace> there, Set<FilePlace> recorded, List<String> underWay) {
    for (FilePlace file : there) {
      String name = file.name();
      if (!recorded.contains(file)
          && underWay.stream().noneMatch(batch -> WarehouseBatch.isOf(batch, name))) {
        throw InputException.at(
            file.toString(),
            "the whole file",
            "a file that a batch of this warehouse wrote",
            "one that no batch records",
            "Take it away and ingest its source, or put it into a warehouse without batch records.");
      }
    }
  }

  private static List<FilePlace> found(FilePlace warehouse, Table table) throws IOException {
    FilePlace folder = folder(warehouse, table);
    List<FilePlace> files = folder.files();
    refuseUnfinished(folder, files);
    return data(folder, files);
  }

  private static List<FilePlace> unchecked(FilePlace folder) throws IOException {
    return data(folder, folder.files());
  }

  private static List<FilePlace> data(FilePlace folder, List<FilePlace> files) {
    return files.stream()
        .filter(file -> file.name().endsWith(".parquet") && !isHidden(folder, file))
        .toList();
  }

  private static void refuseUnfinished(FilePlace folder, List<FilePlace> files) {
    for (FilePlace file : files) {
      if (file.below(folder).startsWith("_temporary/")) {
        throw InputException.at(
            folder.toString(),
            "folder _temporary",
            "a finished table",
            "what a writer left that has not finished",
            "Wait for the writer or write the table again.");
      }
    }
  }

  // As Spark does, names with a leading underscore or dot are not data.
  private static boolean isHidden(FilePlace folder, FilePlace file) {
    return Stream.of(file.below(folder).split("/"))
        .anyMatch(name -> name.startsWith("_") || name.startsWith("."));
  }

  private static void refuseTwoLayouts(List<FilePlace> files, FilePlace warehouse, Table table) {
    long inFolders =
        files.stream().filter(file -> ParquetCheck.isInPartitionFolder(file, table)).count();
    if (inFolders > 0 && inFolders < files.size()) {
      throw InputException.at(
          folder(warehouse, table).toString(),
          "the folder",
          "all files in folders " + table.partition() + "=... or none",
          "both",
          "Write the table in one layout.");
    }
  }

  private static InputFile fingerprint(
      FilePlace warehouse, FilePlace file, Table table, Map<String, String> known) {
    try {
      String path = file.below(warehouse);
      String hash = known.get(path);
      return new InputFile(
          path, file.bytes(), ParquetCheck.check(file, table), hash == null ? file.sha256() : hash);
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read.", e);
    }
  }

  /** The folder of a table's files. */
  public static FilePlace folder(FilePlace warehouse, Table table) {
    return warehouse.resolve(table.name());
  }
}
