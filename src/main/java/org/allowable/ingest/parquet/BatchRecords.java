package org.allowable.ingest.parquet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.model.InputException;
import org.allowable.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The records of a warehouse's batches, {@code _batches/<id>.json}.
 *
 * <p>A record names the batch's files with their SHA-256, and the record before it with its own, so
 * that the records are a chain: one that is copied, renamed, changed or removed breaks it. {@code
 * HEAD} names the newest, whose absence no other record would show. It is written after the record;
 * a record that it does not know yet continues the chain.
 *
 * <p>Records of warehouses from before the chain name none before them and no hashes. They are
 * taken as they are; the next batch names all of them.
 */
final class BatchRecords {

  private static final String FOLDER = "_batches";
  private static final String HEAD = "HEAD";
  private static final String SUFFIX = ".json";
  private static final String RESTORE =
      "Restore the folder "
          + FOLDER
          + " from a copy, or build the warehouse again from its sources.";
  private static final String RESTORE_FILE =
      "Restore the file from a copy, or build the warehouse again from its sources.";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What a batch put into a warehouse.
   *
   * @param batchId its name
   * @param files its data files
   * @param before the record that was the newest, or all of those that name none; null in a record
   *     from before the chain
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Written(String batchId, List<DataFile> files, @Nullable List<Named> before) {}

  /**
   * One data file.
   *
   * @param path relative to the warehouse, with forward slashes
   * @param rows rows in it
   * @param bytes its size
   * @param sha256 of its content; null in a record from before the chain
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DataFile(String path, long rows, long bytes, @Nullable String sha256) {}

  /**
   * A record as another names it.
   *
   * @param sha256 of the record's file
   */
  record Named(String batchId, String sha256) {}

  private record Read(Written written, String sha256) {

    Named named() {
      return new Named(written.batchId(), sha256);
    }
  }

  private BatchRecords() {}

  /** The folder of the records. */
  static FilePlace folder(FilePlace warehouse) {
    return warehouse.resolve(FOLDER);
  }

  /** The record of a batch, there or not. */
  static FilePlace file(FilePlace warehouse, String batchId) {
    return folder(warehouse).resolve(batchId + SUFFIX);
  }

  /** Whether batches write this warehouse. */
  static boolean areThere(FilePlace warehouse) {
    return folder(warehouse).isFolder();
  }

  /**
   * The records of a warehouse, in the order of their names.
   *
   * @return nothing for a folder that no batch was ever written to
   * @throws InputException if they are not those that batches wrote, all of them
   */
  static List<Written> read(FilePlace warehouse) throws IOException {
    return all(warehouse).values().stream().map(Read::written).toList();
  }

  /** Whether there are records from before the chain, whose files have no hash. */
  static boolean areUnchained(FilePlace warehouse) throws IOException {
    return read(warehouse).stream().anyMatch(batch -> batch.before() == null);
  }

  /**
   * Writes the record of a batch whose files are in their places.
   *
   * @param drafts a folder of the same store
   */
  static void add(FilePlace warehouse, String batchId, List<DataFile> files, FilePlace drafts)
      throws IOException {
    List<Named> newest = newest(all(warehouse).values());
    mendHead(warehouse, newest, drafts);
    Written record = new Written(batchId, files, newest);
    byte[] content = JSON.writeValueAsBytes(record);
    file(warehouse, batchId).publish(content, drafts);
    writeHead(warehouse, new Named(batchId, Sha256.of(content)), drafts);
  }

  // A process that was killed between its record and HEAD leaves an old HEAD, or none. If the next
  // one were, too, nobody could tell that chain from one whose HEAD was removed.
  private static void mendHead(FilePlace warehouse, List<Named> newest, FilePlace drafts)
      throws IOException {
    if (newest.size() == 1 && !newest.get(0).equals(head(warehouse))) {
      writeHead(warehouse, newest.get(0), drafts);
    }
  }

  private static void writeHead(FilePlace warehouse, Named newest, FilePlace drafts)
      throws IOException {
    folder(warehouse).resolve(HEAD).replace(JSON.writeValueAsBytes(newest), drafts);
  }

  private static Map<String, Read> all(FilePlace warehouse) throws IOException {
    if (!areThere(warehouse)) {
      return Map.of();
    }
    // First: a record that is written meanwhile continues the chain from here.
    @Nullable Named head = head(warehouse);
    Map<String, Read> records = new TreeMap<>();
    for (FilePlace file : folder(warehouse).entries()) {
      String name = file.name();
      if (!name.equals(HEAD) && !name.startsWith(".")) {
        Read read = read(file, name);
        records.put(read.written().batchId(), read);
      }
    }
    requireChain(warehouse, records);
    requireHead(warehouse, records, head);
    return records;
  }

  private static @Nullable Named head(FilePlace warehouse) throws IOException {
    FilePlace file = folder(warehouse).resolve(HEAD);
    try {
      return JSON.readValue(content(file), Named.class);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return null;
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    }
  }

  private static byte[] content(FilePlace file) throws IOException {
    try (InputStream in = file.read()) {
      return in.readAllBytes();
    }
  }

  private static Read read(FilePlace file, String name) throws IOException {
    try {
      byte[] bytes = content(file);
      Written written = JSON.readValue(bytes, Written.class);
      if (!name.equals(written.batchId() + SUFFIX)) {
        throw InputException.at(
            file.toString(),
            "the whole file",
            "the record of batch " + name.replaceFirst("\\.json$", ""),
            "that of batch " + written.batchId() + ", copied or renamed",
            RESTORE);
      }
      return new Read(written, Sha256.of(bytes));
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    }
  }

  // Without the parser's words, which may quote the file.
  private static InputException damaged(FilePlace file, JsonProcessingException cause) {
    return new InputException(
        file + ": expected the record of a batch, found a damaged file. " + RESTORE, cause);
  }

  private static void requireChain(FilePlace warehouse, Map<String, Read> records) {
    for (Read read : records.values()) {
      for (Named named : before(read)) {
        Read there = records.get(named.batchId());
        if (there == null) {
          throw complaint(
              warehouse,
              "batch " + read.written().batchId() + " to follow batch " + named.batchId(),
              "no record of " + named.batchId() + ": it was removed or renamed");
        }
        if (!there.sha256().equals(named.sha256())) {
          throw complaint(
              warehouse,
              "the record of batch "
                  + named.batchId()
                  + " that batch "
                  + read.written().batchId()
                  + " followed",
              "another: it was changed or replaced");
        }
      }
    }
    List<Named> ends = newest(records.values());
    boolean isChained = records.values().stream().anyMatch(r -> r.written().before() != null);
    if (isChained && ends.size() > 1) {
      throw complaint(
          warehouse,
          "one chain of batches",
          "several ends: " + names(ends) + "; all but one were copied here");
    }
  }

  private static void requireHead(
      FilePlace warehouse, Map<String, Read> records, @Nullable Named head) {
    if (head == null) {
      long chained = records.values().stream().filter(r -> r.written().before() != null).count();
      if (chained > 1) {
        throw complaint(warehouse, "the file " + HEAD + ", which names the newest batch", "none");
      }
      return;
    }
    Read there = records.get(head.batchId());
    if (there == null) {
      throw complaint(
          warehouse,
          "batch " + head.batchId() + ", once the newest",
          "no record of it: it was removed or renamed");
    }
    if (!there.sha256().equals(head.sha256())) {
      throw complaint(
          warehouse,
          "the record of batch " + head.batchId() + " as it was written",
          "another: it was changed or replaced");
    }
  }

  // Those that no other record names: one, but for records from before the chain.
  private static List<Named> newest(Iterable<Read> records) {
    Set<String> followed = new HashSet<>();
    records.forEach(read -> before(read).forEach(named -> followed.add(named.batchId())));
    List<Named> newest = new ArrayList<>();
    for (Read read : records) {
      if (!followed.contains(read.written().batchId())) {
        newest.add(read.named());
      }
    }
    return newest;
  }

  private static List<Named> before(Read read) {
    List<Named> before = read.written().before();
    return before == null ? List.of() : before;
  }

  private static String names(List<Named> batches) {
    return String.join(", ", batches.stream().map(Named::batchId).toList());
  }

  private static InputException complaint(FilePlace warehouse, String expected, String found) {
    return InputException.at(folder(warehouse).toString(), "the records", expected, found, RESTORE);
  }

  /**
   * Checks that a file of a batch is there with the size that it had.
   *
   * @return the file
   */
  static FilePlace requireSize(FilePlace warehouse, DataFile recorded, Written batch)
      throws IOException {
    FilePlace file = warehouse.resolve(recorded.path());
    String found = "no such file";
    if (file.isFile()) {
      long bytes = file.bytes();
      if (bytes == recorded.bytes()) {
        return file;
      }
      found = bytes + " bytes";
    }
    throw InputException.at(
        file.toString(),
        "a part of batch " + batch.batchId(),
        recorded.bytes() + " bytes",
        found,
        RESTORE_FILE);
  }

  /** Checks that a file of a batch has the content that it had. */
  static void requireAsWritten(FilePlace warehouse, DataFile recorded, Written batch)
      throws IOException {
    FilePlace file = requireSize(warehouse, recorded, batch);
    requireHash(file, recorded, batch, file.sha256());
  }

  /**
   * Checks that files of batches have the content that they had.
   *
   * @param files as they are now
   */
  static void requireContent(FilePlace warehouse, List<InputFile> files) {
    Map<String, String> found = new HashMap<>();
    files.forEach(file -> found.put(file.path(), file.sha256()));
    List<Written> batches;
    try {
      batches = read(warehouse);
    } catch (IOException e) {
      throw new InputException("The warehouse folder " + warehouse + " cannot be read.", e);
    }
    for (Written batch : batches) {
      for (DataFile recorded : batch.files()) {
        String sha256 = found.get(recorded.path());
        if (sha256 != null) {
          requireHash(warehouse.resolve(recorded.path()), recorded, batch, sha256);
        }
      }
    }
  }

  private static void requireHash(FilePlace file, DataFile recorded, Written batch, String found) {
    if (recorded.sha256() != null && !recorded.sha256().equals(found)) {
      throw InputException.at(
          file.toString(),
          "a part of batch " + batch.batchId(),
          "the content that was written",
          "another: the file is damaged or was changed",
          RESTORE_FILE);
    }
  }
}
